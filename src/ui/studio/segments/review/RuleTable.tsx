import { localDay } from '../../../../domain/index.ts';
import type {
  MigrationRequest,
  ReviewCount,
  ReviewPart,
  ReviewRule,
  ReviewView,
} from '../../../../engine/index.ts';
import { formatDay, formatMoney } from '../../../../i18n/index.ts';
import { reviewTexts } from '../../../../i18n/review.ts';
import { Button, language, Table, Tag, t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import { asOfHash } from '../asOf/words.ts';
import { goToRule } from './goToRule.ts';
import styles from './Review.module.css';
import { changeText, driftText, partName, placeHash } from './words.ts';

export interface RuleTableProps {
  label: string;
  rules: readonly ReviewRule[];
  view: ReviewView;
  onAccept(part: Pick<ReviewPart, 'kind' | 'name'>): Promise<void>;
}

/** Rules of one kind; a tier's levels below it. Every number leads to names. */
export function RuleTable({ label, rules, view, onAccept }: RuleTableProps) {
  return (
    <Table
      label={label}
      columns={[
        { label: t(reviewTexts.name) },
        { label: t(reviewTexts.customers), isNumeric: true },
        { label: t(reviewTexts.share), isNumeric: true },
        { label: t(reviewTexts.money), isNumeric: true },
        { label: t(reviewTexts.change), isNumeric: true },
        { label: t(reviewTexts.look) },
      ]}
      rows={rules.flatMap(rule => {
        const whole = [<RuleName key="name" rule={rule} onAccept={onAccept} />];
        if (rule.levels.length === 0) return [[...whole, ...cellsOf(rule, rule.whole, view)]];
        return [
          [...whole, '', '', '', '', <Drift key="drift" rule={rule} view={view} />],
          ...rule.levels.map(level => [
            <span key="level" class={styles.level}>
              {level.level}
              <Examples part={{ kind: rule.kind, name: rule.name, level: level.level }} />
            </span>,
            ...cellsOf(rule, level, view),
          ]),
        ];
      })}
    />
  );
}

function cellsOf(rule: ReviewRule, part: ReviewCount, view: ReviewView) {
  const { kind, name } = rule;
  const { level } = part;
  return [
    <a
      key="count"
      href={placeHash({ kind, name, level, show: 'members' })}
      aria-label={t(reviewTexts.members, { count: part.count, name: partName({ name, level }) })}
    >
      {count(part.count)}
    </a>,
    <Share key="share" share={view.customers > 0 ? part.count / view.customers : 0} />,
    formatMoney(language.value, part.money, view.currency),
    <Change key="change" rule={rule} part={part} />,
    <div key="look" class={styles.look}>
      {part.alarms.map(alarm => (
        <Tag key={alarm} tone={alarm === 'large' ? 'plain' : 'warn'}>
          {t(reviewTexts[alarm])}
        </Tag>
      ))}
      {rule.levels.length === 0 && <Drift rule={rule} view={view} />}
    </div>,
  ];
}

function RuleName({ rule, onAccept }: { rule: ReviewRule } & Pick<RuleTableProps, 'onAccept'>) {
  const { kind, name, levels } = rule;
  return (
    <div class={styles.rule}>
      <div>
        <strong>{name}</strong>
        {levels.length === 0 && <Examples part={{ kind, name, level: '' }} />}
        <p class={styles.accepted}>{acceptedText(rule)}</p>
      </div>
      <div class={styles.actions}>
        <Button
          size="small"
          kind="quiet"
          aria-label={t(reviewTexts.acceptName, { name })}
          onClick={() => void onAccept({ kind, name })}
        >
          {t(reviewTexts.accept)}
        </Button>
        <Button
          size="small"
          kind="quiet"
          aria-label={t(reviewTexts.adjustName, { name })}
          onClick={() => goToRule(kind, name)}
        >
          {t(reviewTexts.adjust)}
        </Button>
      </div>
    </div>
  );
}

function Examples({ part }: { part: ReviewPart }) {
  return (
    <a
      class={styles.examples}
      href={placeHash({ ...part, show: 'examples' })}
      aria-label={t(reviewTexts.examplesOf, { name: partName(part) })}
    >
      {t(reviewTexts.examples)}
    </a>
  );
}

/** The change since somebody accepted it, leading to who went from where to where. */
function Change({ rule: { kind, name, accepted }, part }: { rule: ReviewRule; part: ReviewCount }) {
  const words = changeText(part.count, part.accepted);
  if (words === null || !accepted) return <>–</>;
  if (part.count === part.accepted) return <>{words}</>;
  const request: MigrationRequest = {
    from: { is: 'run', run: accepted.run },
    to: { is: 'now' },
    by: { kind, name },
  };
  const label = t(reviewTexts.changeOf, { change: words, name: partName({ name, level: part.level }) });
  return (
    <a href={asOfHash(request)} aria-label={label}>
      {words}
    </a>
  );
}

function Share({ share }: { share: number }) {
  return (
    <span class={styles.share}>
      <span class={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span class={styles.percent}>{shareText(share)}</span>
    </span>
  );
}

/** How many were moved against the rule, and what they have in common. */
function Drift({ rule, view }: { rule: ReviewRule; view: ReviewView }) {
  const { kind, name, moved, common } = rule;
  if (moved === 0) return null;
  return (
    <p class={styles.drift}>
      <a href={placeHash({ kind, name, level: '', show: 'moved' })}>{driftText(rule, view.currency)}</a>
      {common && common.among > common.matched && (
        <span class={styles.accepted}>{t(reviewTexts.outOf, { among: common.among })}</span>
      )}
    </p>
  );
}

function acceptedText({ accepted }: ReviewRule): string {
  if (!accepted) return t(reviewTexts.neverAccepted);
  const day = formatDay(language.value, localDay(new Date(accepted.at)));
  return accepted.by
    ? t(reviewTexts.acceptedBy, { day, name: accepted.by })
    : t(reviewTexts.accepted, { day });
}
