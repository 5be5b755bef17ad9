import type { FitNote, LifetimeView, SpendNote } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { t } from '../../../kit/index.ts';
import { listOf } from '../../words.ts';
import { Warning } from '../Warning.tsx';

/** Beyond this purchases and spend can no longer be taken for independent. */
const muchCorrelated = 0.3;

/** What is to be known before the numbers are believed. */
export function FitNotes({ view }: { view: LifetimeView }) {
  const { purchases, spends, settings } = view;
  const care = [...purchases.notes, ...spends.notes].flatMap(sentenceOf);
  if (spends.correlation !== null && Math.abs(spends.correlation) > muchCorrelated) {
    care.push(t(lifetimeTexts.notecorrelated, { value: Math.round(spends.correlation * 100) / 100 }));
  }
  const { customers, repeaters } = purchases;
  return (
    <>
      {purchases.model === 'average' && (
        <Warning title={t(lifetimeTexts.averageTitle)}>
          {[t(lifetimeTexts.averageText, { customers, repeaters, model: settings.model })]}
        </Warning>
      )}
      {spends.model === 'average' && (
        <Warning title={t(lifetimeTexts.spendAverageTitle)}>
          {[t(lifetimeTexts.spendAverageText, { customers: spends.customers })]}
        </Warning>
      )}
      {care.length > 0 && <Warning title={t(lifetimeTexts.warnTitle)}>{care}</Warning>}
    </>
  );
}

function sentenceOf(note: FitNote | SpendNote): string[] {
  switch (note.code) {
    case 'tooLittleData':
      return []; // has a warning of its own
    case 'atEdge':
    case 'vague':
      return [t(lifetimeTexts[`note${note.code}`], { names: listOf(note.parameters) })];
    case 'unreadable':
      return [t(lifetimeTexts.noteunreadable, { customers: note.customers })];
    default:
      return [t(lifetimeTexts[`note${note.code}`])];
  }
}
