import { BookOpenText, Check } from 'lucide';
import { useState } from 'preact/hooks';
import type { ReviewPart, ReviewRule, ReviewView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { reviewTexts } from '../../../../i18n/review.ts';
import { Button, EmptyState, language, Page, readAuthor, t, toast } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { workspace } from '../../workspace.ts';
import { ModelCard } from '../ModelCard.tsx';
import { MovedList } from './MovedList.tsx';
import { RuleTable } from './RuleTable.tsx';

/** Who is where under the published rules, what changed since somebody accepted it, and who was moved by hand. */
export function ReviewPage() {
  const base = workspace.value;
  const [turn, setTurn] = useState(0);
  const key =
    base &&
    JSON.stringify([turn, base.revision, base.version, base.resultsAsOf, base.fixedDay, base.customers]);
  const { answer: view } = useLatest(key, () => engine.review(), report);
  const again = () => setTurn(now => now + 1);

  async function accept(part: Pick<ReviewPart, 'kind' | 'name'> | null): Promise<void> {
    try {
      await engine.acceptRules(part, readAuthor());
      again();
      toast(t(reviewTexts.acceptedAll));
    } catch (problem) {
      report(problem);
    }
  }

  if (!view) return <Page title={t(reviewTexts.title)}>{null}</Page>;
  if (view.version === 0 || view.rules.length === 0) {
    return (
      <Page title={t(reviewTexts.title)}>
        <EmptyState
          icon={BookOpenText}
          title={t(reviewTexts.nothing)}
          text={t(reviewTexts.nothingHint)}
          actions={
            <Button kind="primary" onClick={() => go('rules')}>
              {t(reviewTexts.toRules)}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      title={t(reviewTexts.title)}
      lead={leadOf(view)}
      size="wide"
      actions={
        <Button icon={Check} onClick={() => void accept(null)}>
          {t(reviewTexts.acceptAll)}
        </Button>
      }
    >
      {(['tier', 'segment', 'tag'] as const).map(kind => {
        const rules = view.rules.filter(each => each.kind === kind);
        if (rules.length === 0) return null;
        return (
          <ModelCard key={kind} title={t(reviewTexts[kind])}>
            <RuleTable label={t(reviewTexts[kind])} rules={rules} view={view} onAccept={accept} />
          </ModelCard>
        );
      })}
      <MovedList view={view} onChanged={again} />
    </Page>
  );
}

/** How many parts stand out, in a sentence. */
function leadOf(view: ReviewView): string {
  const values = {
    customers: view.customers,
    version: view.version,
    day: formatDay(language.value, view.asOf),
  };
  const found = view.rules.reduce((sum, rule) => sum + standingOut(rule), 0);
  return found > 0 ? t(reviewTexts.lead, { ...values, count: found }) : t(reviewTexts.leadFine, values);
}

function standingOut({ whole, levels }: ReviewRule): number {
  const parts = levels.length > 0 ? levels : [whole];
  return parts.filter(({ alarms }) => alarms.some(alarm => alarm !== 'large')).length;
}
