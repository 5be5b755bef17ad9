import { type CodedColumn, Dictionary, type NumericColumn } from '../../domain/index.ts';
import { codeBits, eightCodes, NO_CLASS } from './classes.ts';
import type { Rfm } from './model.ts';
import { storedName } from './names.ts';
import type { RfmSegments } from './segments.ts';

/** RFM as columns of a frame, by the ids of the catalogue; who never bought has no value. */
export function rfmColumns(
  { scores, classes }: Rfm,
  { segments, places }: RfmSegments,
): Readonly<Record<string, NumericColumn | CodedColumn>> {
  const numeric = (of: Uint8Array): NumericColumn => ({
    form: 'numeric',
    values: Float64Array.from(of, score => score || Number.NaN),
  });
  const dictionary = new Dictionary(['', ...eightCodes]);
  const codes = Uint32Array.from(classes.codes, code =>
    code === NO_CLASS ? 0 : dictionary.codeOf(codeBits(code)),
  );
  const names = new Dictionary();
  const nameCodes = [0, ...segments.map(({ name }) => names.add(storedName(name)))];
  return {
    recencyScore: numeric(scores.recency.scores),
    frequencyScore: numeric(scores.frequency.scores),
    monetaryScore: numeric(scores.monetary.scores),
    rfmClass: { form: 'coded', codes, dictionary },
    rfmSegment: { form: 'coded', codes: Uint32Array.from(places, at => nameCodes[at]!), dictionary: names },
  };
}
