import { formatDay, formatNumber, type Text } from '../../../i18n/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { whyTexts } from '../../../i18n/why.ts';
import type { Change, Proof, ProofLine, RowsUsed, Wording } from '../../../rules/index.ts';
import { describeChange, describeLevel, describeValue } from '../../../rules/index.ts';
import { language, say, t } from '../../kit/index.ts';

/** How a proof came out, for its mark: a metric's value and a tier's level are neither good nor bad. */
export type Tone = 'holds' | 'fails' | 'value';

export function toneOf({ holds }: Proof): Tone {
  if (holds === null) return 'value';
  return holds ? 'holds' : 'fails';
}

/** The outcome in a sentence, with why in a few words: '张伟 is in Churn risk: all 3 conditions hold'. */
export function verdictSentence(proof: Proof, who: string, wording: Wording): string {
  const first = outcomeOf(proof, who, wording);
  const because = briefly(proof, wording);
  return because ? t(whyTexts.valueOf, { text: first, value: because }) : first;
}

function outcomeOf({ kind, name, value, holds, line }: Proof, who: string, wording: Wording): string {
  if (kind === 'metric') {
    if (value === null) return t(proofTexts.unknownMetric, { name, who });
    return t(proofTexts.isMetric, { name, who, value: describeValue(line, wording) });
  }
  if (kind === 'tier') {
    if (value === null) return t(proofTexts.notTier, { name, who });
    return t(proofTexts.isTier, { name, who, level: String(value) });
  }
  const rows = {
    tag: [proofTexts.isTag, proofTexts.notTag],
    segment: [proofTexts.isSegment, proofTexts.notSegment],
    action: [proofTexts.isAction, proofTexts.notAction],
  }[kind];
  return say(rows[holds ? 0 : 1]!, { name, who });
}

function briefly({ kind, line, levels }: Proof, wording: Wording): string | null {
  if (kind === 'metric') return null;
  if (kind === 'tier') {
    const reached = levels.find(({ outcome }) => ['entered', 'kept', 'otherwise'].includes(outcome));
    return reached ? describeLevel(reached, line, wording) : null;
  }
  const count = line.children.length;
  const held = line.children.filter(each => each.verdict === 'holds').length;
  if (line.form === 'all') {
    if (held === count) return t(proofTexts.allOf, { count });
    return t(proofTexts.failOf, { failed: count - held, count });
  }
  if (line.form === 'any') {
    return held > 0 ? t(proofTexts.someOf, { held, count }) : t(proofTexts.noneOf, { count });
  }
  return null;
}

/** Which rows an aggregate counted, and in which window. */
export function describeWindow({ of, from, to, counted, among }: RowsUsed): string {
  const now = language.value;
  const values = { counted, among, to: formatDay(now, to), from: from === null ? '' : formatDay(now, from) };
  const rows: Record<RowsUsed['of'], readonly [Text, Text]> = {
    order: [proofTexts.ordersUntil, proofTexts.ordersSince],
    interaction: [proofTexts.interactionsUntil, proofTexts.interactionsSince],
  };
  return say(rows[of][from === null ? 0 : 1], values);
}

/** Over how many customers a statistic goes. */
export function describeOver({ form, over }: ProofLine): string | null {
  if (form !== 'statistic') return null;
  return over === null ? t(proofTexts.overFrozen) : t(proofTexts.over, { count: over });
}

/** One way to change the outcome; of a tier, with the level that it leads to. */
export function changeSentence(change: Change, kind: Proof['kind'], wording: Wording): string {
  const text = describeChange(change, wording);
  if (kind !== 'tier') return text;
  const level = change.verdict === null ? t(whyTexts.noLevel) : String(change.verdict);
  return t(proofTexts.changeTo, { change: text, level });
}

/** The number of a row, as the aggregate took it. */
export function rowValue(value: number | null, kind: ProofLine['kind'], wording: Wording): string {
  if (value === null) return '';
  if (kind === 'number') return formatNumber(wording.language, value);
  return describeValue({ kind, value, field: null } as ProofLine, wording);
}
