import { fieldOf, localDay, valueLabel } from '../../../../domain/index.ts';
import type {
  Dimension,
  MigrationClass,
  MigrationRequest,
  MigrationView,
  PointView,
} from '../../../../engine/index.ts';
import { asOfTexts } from '../../../../i18n/asOf.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { language, t } from '../../../kit/index.ts';
import { listOf } from '../../words.ts';
import { partHash } from '../address.ts';

/** What the address names: the two sides, and a cell of the matrix (null = all of a row or column). */
export interface AsOfPlace {
  readonly request: MigrationRequest;
  readonly cell: readonly [was: number | null, is: number | null] | null;
}

/** The address of the page, or of the names behind a cell. */
export function asOfHash(request: MigrationRequest, cell: AsOfPlace['cell'] = null): string {
  return partHash('asof', JSON.stringify([request, cell]));
}

/** What the address names; null where it names nothing. */
export function placeOf(what: string): AsOfPlace | null {
  try {
    const [request, cell] = JSON.parse(what) as [MigrationRequest, AsOfPlace['cell']];
    return { request, cell };
  } catch {
    return null;
  }
}

/** A dimension as the choice of it names it. */
export function dimensionName({ kind, name }: Dimension): string {
  const shown = kind === 'model' ? fieldOf('customer', name)[language.value] : name;
  return t(asOfTexts[`kind${kind}`], { name: shown });
}

/** A class as a row or a column names it. */
export function className(
  { is, name }: MigrationClass,
  side: 'before' | 'now',
  { field }: MigrationView,
): string {
  if (is === 'none') return t(asOfTexts.none);
  if (is === 'absent') return t(side === 'before' ? asOfTexts.absentBefore : asOfTexts.absentAfter);
  return field ? valueLabel(field, name, language.value) : name;
}

/** How a replay of a published run came out; null of a day or of now. */
export function verdictText({ verdict, digest }: PointView): string | null {
  if (!verdict) return null;
  if (verdict.same) return t(asOfTexts.same, { digest: digest.slice(0, 12) });
  const day = (at: number) => formatDay(language.value, localDay(new Date(at)));
  const { undone, mended, erased } = verdict.untraceable;
  const why = [
    ...undone.map(({ fileName, at }) => t(asOfTexts.undone, { file: fileName, day: day(at) })),
    ...mended.map(({ fileName, at }) => t(asOfTexts.mended, { file: fileName, day: day(at) })),
    ...(erased > 0 ? [t(asOfTexts.erased, { count: erased })] : []),
    ...(verdict.settingsGone ? [t(asOfTexts.settingsGone)] : []),
  ];
  return t(asOfTexts.differs, { why: why.length > 0 ? listOf(why) : t(asOfTexts.otherwise) });
}
