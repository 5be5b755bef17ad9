import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide';
import type { RfmSettings, RfmView, ScoreRange } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Button, Field, IconButton, language, Select, TextInput, t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import model from '../Model.module.css';
import { tried } from '../tried.ts';
import { MapNotes } from './MapNotes.tsx';
import styles from './Rfm.module.css';
import { type Dimension, longestName, mostRows, moved, ownRows, readRows, withEnd } from './rows.ts';
import { type EditedRow, editedRows } from './state.ts';

/** The map of scores, row by row: the first that fits wins. Whatever is changed makes it an own map. */
export function SegmentMapTable({ view, settings }: { view: RfmView; settings: RfmSettings }) {
  if (!view.map || settings.segments.by === 'classes') return null;
  const rows: readonly EditedRow[] = editedRows.value ?? ownRows(view.map.rows, language.value);
  const dimensions: readonly Dimension[] = rows.some(({ fm }) => fm)
    ? ['r', 'f', 'm', 'fm']
    : ['r', 'f', 'm'];

  function change(next: readonly EditedRow[]): void {
    editedRows.value = next;
    const read = readRows(next);
    if (read) tried.rfm.value = { ...settings, segments: { by: 'own', rows: read } };
  }
  const changeRow = (at: number, row: EditedRow) =>
    change(rows.map((each, place) => (place === at ? row : each)));

  return (
    <section class={styles.map} aria-label={t(segmentTexts.map)}>
      <p class={model.hint}>{t(segmentTexts.mapHint)}</p>
      <div class={styles.mapScroll}>
        <table class={styles.mapTable}>
          <thead>
            <tr>
              <th scope="col">{t(segmentTexts.mapPlace)}</th>
              <th scope="col">{t(segmentTexts.mapName)}</th>
              {dimensions.map(each => (
                <th key={each} scope="col">
                  {t(segmentTexts[`map${each}`])}
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">{t(segmentTexts.mapRowActions)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <td class={styles.place}>{count(at + 1)}</td>
                <td>
                  <Field
                    bare
                    label={t(segmentTexts.mapNameOf, { place: at + 1 })}
                    error={row.name.trim() === '' ? t(segmentTexts.nameMissing) : undefined}
                  >
                    <TextInput
                      value={row.name}
                      maxLength={longestName}
                      onInput={name => changeRow(at, { ...row, name })}
                    />
                  </Field>
                </td>
                {dimensions.map(each => (
                  <td key={each}>
                    <RangeInput
                      label={`${t(segmentTexts[`map${each}`])}, ${row.name}`}
                      range={row[each]}
                      best={bestOf(view, each)}
                      onChange={range => changeRow(at, { ...row, [each]: range })}
                    />
                  </td>
                ))}
                <td>
                  <span class={styles.rowActions}>
                    <IconButton
                      size="small"
                      icon={ArrowUp}
                      label={t(segmentTexts.mapUp, { name: row.name })}
                      disabled={at === 0}
                      onClick={() => change(moved(rows, at, at - 1))}
                    />
                    <IconButton
                      size="small"
                      icon={ArrowDown}
                      label={t(segmentTexts.mapDown, { name: row.name })}
                      disabled={at === rows.length - 1}
                      onClick={() => change(moved(rows, at, at + 1))}
                    />
                    <IconButton
                      size="small"
                      icon={Trash2}
                      label={t(segmentTexts.mapRemove, { name: row.name })}
                      disabled={rows.length === 1}
                      onClick={() => change(rows.filter((_, place) => place !== at))}
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        kind="quiet"
        size="small"
        icon={Plus}
        disabled={rows.length >= mostRows}
        onClick={() => change([...rows, { name: t(segmentTexts.mapNew) }])}
      >
        {t(segmentTexts.mapAdd)}
      </Button>
      <MapNotes map={view.map} others={view.others} />
    </section>
  );
}

function bestOf({ measures }: RfmView, dimension: Dimension): number {
  const { recency, frequency, monetary } = measures;
  return {
    r: recency.best,
    f: frequency.best,
    m: monetary.best,
    fm: Math.max(frequency.best, monetary.best),
  }[dimension];
}

const any = 'any';

/** From one score to another, or any. */
function RangeInput(props: {
  label: string;
  range: ScoreRange | undefined;
  best: number;
  onChange(range: ScoreRange | undefined): void;
}) {
  const { label, range, best, onChange } = props;
  const scores = Array.from({ length: Math.max(best, range?.[1] ?? 0) }, (_, at) => {
    return { value: String(at + 1), label: String(at + 1) };
  });
  return (
    <span class={styles.range}>
      <Select
        label={t(segmentTexts.mapFrom, { label })}
        value={range ? String(range[0]) : any}
        options={[{ value: any, label: t(segmentTexts.mapAny) }, ...scores]}
        onChange={value => onChange(withEnd(range, 'from', value === any ? null : Number(value)))}
      />
      {range && (
        <>
          –
          <Select
            label={t(segmentTexts.mapTo, { label })}
            value={String(range[1])}
            options={scores}
            onChange={value => onChange(withEnd(range, 'to', Number(value)))}
          />
        </>
      )}
    </span>
  );
}
