import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, ErrorNote, IconButton, Tabs, t } from '../../kit/index.ts';
import { FileButton } from './DropZone.tsx';
import styles from './FileTabs.module.css';
import { items, look, parts, removeFile, shown } from './flow.ts';

/** The files of the import, one tab each where there are several; those that cannot be read above them. */
export function FileTabs({ children }: { children: ComponentChildren }) {
  const failed = items.value.filter(item => item.at === 'failed');
  const looking = items.value.filter(item => item.at === 'looking');
  const open = parts.value;
  return (
    <div class={styles.files}>
      {failed.map(({ key, file, problem }) => (
        <ErrorNote
          key={key}
          error={problem}
          action={
            <div class={styles.row}>
              <Button size="small" onClick={() => void look(key, file)}>
                {t(importTexts.again)}
              </Button>
              <Button size="small" onClick={() => removeFile(key)}>
                {t(dryRunTexts.removeFile, { file: file.name })}
              </Button>
            </div>
          }
        />
      ))}
      {looking.map(({ key, file }) => (
        <p key={key} role="status" class={styles.lead}>
          {t(importTexts.inspecting, { file: file.name })}
        </p>
      ))}
      {open.length > 1 && (
        <div class={styles.row}>
          <p class={styles.lead}>{t(dryRunTexts.together, { count: open.length })}</p>
          <FileButton size="small">{t(dryRunTexts.addFiles)}</FileButton>
        </div>
      )}
      {open.length > 1 ? (
        <Tabs
          label={t(dryRunTexts.files)}
          tabs={open.map(({ key, file, mapping }) => ({
            id: String(key),
            label: file.name,
            count: t(importTexts[`subject${mapping.subject}`]),
          }))}
          selected={String(shown.value)}
          onSelect={id => {
            shown.value = Number(id);
          }}
        >
          <div class={styles.panel}>{children}</div>
        </Tabs>
      ) : (
        children
      )}
    </div>
  );
}

/** Takes the file in view out of an import of several; beside a single one more can be put. */
export function FileAction({ file, keyOf }: { file: File; keyOf: number }) {
  if (parts.value.length < 2) return <FileButton size="small">{t(dryRunTexts.addFiles)}</FileButton>;
  return (
    <IconButton
      icon={X}
      label={t(dryRunTexts.removeFile, { file: file.name })}
      onClick={() => removeFile(keyOf)}
    />
  );
}
