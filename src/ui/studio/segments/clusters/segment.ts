import { clusterTexts } from '../../../../i18n/clusters.ts';
import { formatDay, type Language } from '../../../../i18n/index.ts';
import { clusterRule, mergePack } from '../../../../rules/index.ts';
import { language, t, toast } from '../../../kit/index.ts';
import { ownFields } from '../../rules/knownWorld.ts';
import { draft, setText } from '../../rules/session.ts';
import { clusterTitle, type Shown } from './words.ts';

/** The rule that tells a cluster best, as a segment; null where nothing tells it, or a metric cannot be read. */
export function ruleOf({ fit, kinds, clusters }: Shown, at: number, spelling: Language, currency: string) {
  const { name, conditions } = clusters[at]!;
  const metrics = fit.settings.metrics.flatMap(({ measure }, place) => {
    const kind = kinds[place];
    return kind ? [{ measure, kind }] : [];
  });
  if (conditions.length === 0 || metrics.length < kinds.length) return null;
  const beside = draft.value?.text.value ?? '';
  const rule = {
    name: clusterTitle(name),
    conditions,
    metrics,
    currency,
    ownFields: ownFields.value,
    beside,
  };
  return clusterRule(rule, spelling);
}

/** Writes that segment into the draft, with the metrics it needs where the draft no longer has them. */
export function saveSegment(shown: Shown, at: number, currency: string): void {
  const rule = ruleOf(shown, at, language.value, currency);
  const before = draft.value?.text.peek();
  if (rule === null || before === undefined) return;
  const needed = shown.fit.settings.metrics.flatMap(({ measure }, place) => {
    const isUsed = shown.clusters[at]!.conditions.some(({ metric }) => metric === String(place));
    return isUsed && measure.is === 'metric' ? [measure.text] : [];
  });
  const heading = t(clusterTexts.heading, { day: formatDay(language.value, shown.fit.day) });
  const { text, renamed } = mergePack(before, [...needed, rule].join('\n\n'), heading, new Map());
  const name = clusterTitle(shown.clusters[at]!.name);
  setText(text);
  toast(t(clusterTexts.saved, { name: renamed.get(name) ?? name }), { undo: () => setText(before) });
}
