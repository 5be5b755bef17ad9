import { Pencil, Trash } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { type OwnKind, ownKinds } from '../../../domain/index.ts';
import type { FilledField } from '../../../engine/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { ErrorNote, IconButton, language, Select, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { shareText } from '../words.ts';
import { workspace } from '../workspace.ts';
import { RemoveField, RenameField } from './FieldDialogs.tsx';
import styles from './FieldSettings.module.css';
import { RetypeField } from './RetypeField.tsx';
import settings from './SettingsScreen.module.css';

/** The workspace's own fields: what they mean, how far they are filled, where they come from. */
export function FieldSettings() {
  const [fields, setFields] = useState<readonly FilledField[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [open, setOpen] = useState<{
    what: 'rename' | 'remove' | OwnKind;
    filled: FilledField;
  } | null>(null);
  const revision = workspace.value?.revision;

  useEffect(() => {
    engine.ownFields().then(setFields, setProblem);
  }, [revision]);

  const close = () => setOpen(null);
  return (
    <>
      <p class={settings.hint}>{t(fieldTexts.hint)}</p>
      {problem !== null && <ErrorNote error={problem} />}
      {fields?.length === 0 && (
        <div>
          <p class={settings.strong}>{t(fieldTexts.none)}</p>
          <p class={settings.hint}>{t(fieldTexts.noneHint)}</p>
        </div>
      )}
      {fields !== null && fields.length > 0 && (
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(fieldTexts.name)}</th>
              <th scope="col">{t(fieldTexts.kind)}</th>
              <th scope="col">{t(fieldTexts.of)}</th>
              <th scope="col" class={styles.number}>
                {t(fieldTexts.filled)}
              </th>
              <th scope="col">{t(fieldTexts.from)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {fields.map(filled => (
              <FieldRow
                key={filled.field.id}
                filled={filled}
                onRetype={kind => setOpen({ what: kind, filled })}
                onRename={() => setOpen({ what: 'rename', filled })}
                onRemove={() => setOpen({ what: 'remove', filled })}
              />
            ))}
          </tbody>
        </table>
      )}
      {open?.what === 'rename' && <RenameField filled={open.filled} onClose={close} />}
      {open?.what === 'remove' && <RemoveField filled={open.filled} onClose={close} />}
      {open && open.what !== 'rename' && open.what !== 'remove' && (
        <RetypeField filled={open.filled} kind={open.what} onClose={close} />
      )}
    </>
  );
}

interface FieldRowProps {
  filled: FilledField;
  onRetype(kind: OwnKind): void;
  onRename(): void;
  onRemove(): void;
}

function FieldRow(props: FieldRowProps) {
  const { field, known, total } = props.filled;
  const name = field[language.value];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          label={t(fieldTexts.retypeOf, { field: name })}
          value={field.kind}
          options={ownKinds
            .filter(kind => kind !== 'texts' || field.of === 'customer')
            .map(kind => ({ value: kind, label: t(fieldTexts[kind]) }))}
          onChange={props.onRetype}
        />
      </td>
      <td>{t(fieldTexts[`of${field.of}`])}</td>
      <td class={styles.number}>{shareText(total === 0 ? 0 : known / total)}</td>
      <td class={styles.from} title={field.from}>
        {field.from}
      </td>
      <td class={styles.buttons}>
        <IconButton
          icon={Pencil}
          size="small"
          label={t(fieldTexts.renameOf, { field: name })}
          onClick={props.onRename}
        />
        <IconButton
          icon={Trash}
          size="small"
          label={t(fieldTexts.removeOf, { field: name })}
          onClick={props.onRemove}
        />
      </td>
    </tr>
  );
}
