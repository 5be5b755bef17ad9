import type { ExportColumn } from '../../../engine/index.ts';
import { exportTexts } from '../../../i18n/export.ts';
import { Button, Checkbox, language, t } from '../../kit/index.ts';
import styles from './Export.module.css';

export interface ColumnsProps {
  columns: readonly ExportColumn[];
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
  disabled: boolean;
}

/** Which columns the file has. */
export function Columns({ columns, chosen, onChange, disabled }: ColumnsProps) {
  const choose = (wanted: (column: ExportColumn) => boolean) =>
    onChange(new Set(columns.filter(wanted).map(({ id }) => id)));
  return (
    <fieldset class={styles.columns}>
      <legend class={styles.legend}>{t(exportTexts.columns)}</legend>
      <div class={styles.bar}>
        <span class={styles.hint} role="status">
          {t(exportTexts.columnsChosen, { count: chosen.size, total: columns.length })}
        </span>
        <Button kind="quiet" size="small" disabled={disabled} onClick={() => choose(({ usual }) => usual)}>
          {t(exportTexts.usual)}
        </Button>
        <Button kind="quiet" size="small" disabled={disabled} onClick={() => choose(() => true)}>
          {t(exportTexts.all)}
        </Button>
        <Button kind="quiet" size="small" disabled={disabled} onClick={() => choose(() => false)}>
          {t(exportTexts.none)}
        </Button>
      </div>
      <div class={styles.list}>
        {columns.map(column => (
          <Checkbox
            key={column.id}
            label={column[language.value]}
            checked={chosen.has(column.id)}
            disabled={disabled}
            onChange={on => choose(({ id }) => (id === column.id ? on : chosen.has(id)))}
          />
        ))}
      </div>
    </fieldset>
  );
}
