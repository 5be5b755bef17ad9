import type { CustomerView } from '../../domain/index.ts';
import { handTexts } from '../../i18n/hand.ts';
import { journalTexts } from '../../i18n/journal.ts';
import { nextTexts } from '../../i18n/next.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { qualityTexts } from '../../i18n/quality.ts';
import { Section, t } from '../kit/index.ts';
import { AlsoBought } from './AlsoBought.tsx';
import { ContactDetails } from './ContactDetails.tsx';
import { HandTags } from './HandTags.tsx';
import { LikelyDuplicates } from './LikelyDuplicates.tsx';
import { NextAction } from './NextAction.tsx';
import { NextPurchase } from './NextPurchase.tsx';
import { Numbers } from './Numbers.tsx';
import { useOutlook } from './outlook.ts';
import { HandMoves, Notes, Tasks, Timeline } from './parts.ts';
import { ToAsk } from './ToAsk.tsx';
import { Why } from './Why.tsx';

export interface CustomerDetailsProps {
  view: CustomerView;
  currency: string;
  /** Something about the customer was saved. */
  onChanged(): void;
}

/** One customer in full, as sections that stay as the user left them. */
export function CustomerDetails({ view, currency, onChanged }: CustomerDetailsProps) {
  const { customer, journal } = view;
  const { expected, alsoBought } = useOutlook(customer.id);
  const open = journal.filter(({ content }) => content.kind === 'task' && content.doneAt === null).length;
  const notes = journal.filter(({ content }) => content.kind === 'note').length;
  const verdicts = view.tiers.length + view.card.segments.length + view.tags.length;
  return (
    <>
      <LikelyDuplicates view={view} target="_blank" />
      <Section id="action" title={t(panelTexts.nextAction)}>
        <NextAction view={view} currency={currency} onChanged={onChanged} />
      </Section>
      <Section id="tasks" title={t(journalTexts.tasks)} count={open || undefined}>
        <Tasks key={customer.id} view={view} onChanged={onChanged} />
      </Section>
      {view.toAsk.length > 0 && (
        <Section id="ask" title={t(qualityTexts.toAsk)} count={view.toAsk.length}>
          <ToAsk view={view} onChanged={onChanged} />
        </Section>
      )}
      {view.card.version > 0 && (
        <Section id="why" title={t(panelTexts.why)} count={verdicts || undefined}>
          <Why view={view} currency={currency} />
        </Section>
      )}
      {view.movable.length > 0 && (
        <Section
          id="moves"
          title={t(handTexts.byHand)}
          count={view.overrides.length || undefined}
          openAtFirst={view.overrides.length > 0}
        >
          <HandMoves key={customer.id} view={view} onChanged={onChanged} />
        </Section>
      )}
      <Section id="numbers" title={t(panelTexts.numbers)}>
        <Numbers metrics={view.metrics} currency={currency} />
      </Section>
      {expected && (
        <Section id="nextPurchase" title={t(nextTexts.nextPurchase)}>
          <NextPurchase expected={expected} />
        </Section>
      )}
      {alsoBought.length > 0 && (
        <Section id="alsoBought" title={t(nextTexts.also)} count={alsoBought.length}>
          <AlsoBought products={alsoBought} />
        </Section>
      )}
      <Section id="details" title={t(panelTexts.details)}>
        <ContactDetails
          customer={customer}
          ownFields={view.ownFields}
          provenance={view.provenance}
          currency={currency}
        />
      </Section>
      <Section id="tags" title={t(panelTexts.handTags)} count={customer.tags.length || undefined}>
        <HandTags customer={customer} onChanged={onChanged} />
      </Section>
      <Section id="notes" title={t(journalTexts.notes)} count={notes || undefined}>
        <Notes key={customer.id} view={view} onChanged={onChanged} />
      </Section>
      <Section
        id="timeline"
        title={t(panelTexts.timeline)}
        count={view.orders.length + view.interactions.length || undefined}
      >
        <Timeline
          orders={view.orders}
          interactions={view.interactions}
          journal={view.journal}
          ownFields={view.ownFields}
          currency={currency}
        />
      </Section>
    </>
  );
}
