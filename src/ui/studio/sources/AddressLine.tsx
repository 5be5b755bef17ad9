import { Columns3, Ellipsis, Pause, Pencil, Play, RefreshCw, Trash2 } from 'lucide';
import { sourceTexts } from '../../../i18n/sources.ts';
import { Button, Menu, StatusDot, t } from '../../kit/index.ts';
import { JobProgress } from '../backup/JobProgress.tsx';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { moment } from '../words.ts';
import styles from './AddressSection.module.css';
import { checkColumns, fetching, fetchNow } from './run.ts';
import { type AddressSource, isFailing } from './state.ts';
import { faultWords, nextWords, resultWords, scheduleWords } from './words.ts';

/** One source, and below it what went wrong. */
export function AddressLine(props: { source: AddressSource; onEdit(): void; onRemove(): void }) {
  const { source, onEdit, onRemove } = props;
  const { id, name, address, isAllowed } = source;
  const { host } = new URL(address.url);
  const isRunning = fetching.value === id;
  const fault = faultWords(source);
  const tone = isFailing(source) ? 'danger' : address.last?.code ? 'warn' : 'good';
  const pause = () => engine.pauseAddress(id, !address.isPaused).catch(report);
  return (
    <>
      <tr class={fault || isRunning ? styles.open : undefined}>
        <th scope="row" class={styles.name}>
          {name}
          <span class={styles.url} title={address.url}>
            {address.url}
          </span>
        </th>
        <td>{scheduleWords(address.schedule)}</td>
        <td>
          <StatusDot tone={tone}>{resultWords(source)}</StatusDot>
          {address.last && <span class={styles.when}>{moment(address.last.at)}</span>}
        </td>
        <td>{nextWords(source)}</td>
        <td class={styles.actions}>
          <Button
            size="small"
            icon={RefreshCw}
            disabled={fetching.value !== null}
            aria-label={t(isAllowed ? sourceTexts.runOf : sourceTexts.allowOf, { name, host })}
            onClick={() => void fetchNow(source)}
          >
            {t(isAllowed ? sourceTexts.run : sourceTexts.allow)}
          </Button>
          <Menu
            label={t(sourceTexts.more, { name })}
            icon={Ellipsis}
            size="small"
            items={[
              {
                label: t(address.isPaused ? sourceTexts.resume : sourceTexts.pause),
                icon: address.isPaused ? Play : Pause,
                onChoose: () => void pause(),
              },
              { label: t(sourceTexts.edit), icon: Pencil, onChoose: onEdit },
              {
                label: t(sourceTexts.columns),
                icon: Columns3,
                onChoose: () => void checkColumns(source),
              },
              { label: t(sourceTexts.remove), icon: Trash2, danger: true, onChoose: onRemove },
            ]}
          />
        </td>
      </tr>
      {(fault || isRunning) && (
        <tr>
          <td colSpan={5} class={styles.fault} data-tone={tone}>
            {isRunning ? <JobProgress kind="fetch" /> : <p>{fault}</p>}
            {!isRunning && isFailing(source) && <p class={styles.kept}>{t(sourceTexts.kept)}</p>}
          </td>
        </tr>
      )}
    </>
  );
}
