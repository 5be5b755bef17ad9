import { reviewTexts } from '../../../../i18n/review.ts';
import { t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { ExamplesPage } from './ExamplesPage.tsx';
import { ReviewPage } from './ReviewPage.tsx';
import { partName, placeOf, type ReviewPlace } from './words.ts';

/** The review: the page, or what the address names of one part of a rule. */
export function ReviewScreen({ what }: { what: string }) {
  const place = placeOf(what);
  if (!place) return <ReviewPage />;
  if (place.show === 'examples') return <ExamplesPage key={what} part={place} />;
  return <PartCustomers key={what} place={place} />;
}

function PartCustomers({ place }: { place: ReviewPlace }) {
  const { show, ...part } = place;
  const of = show === 'moved' ? 'moved' : 'members';
  const name = partName(part);
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'review' }}
      back={t(reviewTexts.back)}
      title={of === 'moved' ? t(reviewTexts.whoMoved, { name }) : name}
      nobody={t(reviewTexts.nobody)}
      of={JSON.stringify(place)}
      load={(offset, limit) => engine.reviewCustomers(part, of, offset, limit)}
    />
  );
}
