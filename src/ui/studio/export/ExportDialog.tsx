import { Download } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Subject } from '../../../domain/index.ts';
import type { ExportColumn, ExportList, OutFormat } from '../../../engine/index.ts';
import { exportTexts } from '../../../i18n/export.ts';
import { Button, Checkbox, Dialog, ErrorNote, Field, language, Select, t, toast } from '../../kit/index.ts';
import { DialogCancel, JobProgress } from '../backup/JobProgress.tsx';
import { download, fileNameOf, todayInName } from '../download.ts';
import { engine } from '../engine.ts';
import { job, runJob } from '../jobs.ts';
import { Columns } from './Columns.tsx';
import styles from './Export.module.css';

const subjects: readonly Subject[] = ['customer', 'order', 'interaction'];
const formats: readonly OutFormat[] = ['csv', 'xlsx', 'json'];

export interface ExportDialogProps {
  list: ExportList;
  /** What the list is called: in the title and in the file's name. */
  name: string;
  onClose(): void;
}

/** A list out of the studio: of what, in which format, with which columns. */
export function ExportDialog({ list, name, onClose }: ExportDialogProps) {
  const [subject, setSubject] = useState<Subject>('customer');
  const [format, setFormat] = useState<OutFormat>('csv');
  const [bom, setBom] = useState(true);
  const [columns, setColumns] = useState<readonly ExportColumn[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<unknown>(null);
  const running = job.value?.kind === 'export';

  useEffect(() => {
    let isCurrent = true;
    engine.exportColumns(list, subject).then(
      found => {
        if (!isCurrent) return;
        setColumns(found);
        setChosen(new Set(found.filter(({ usual }) => usual).map(({ id }) => id)));
      },
      failure => isCurrent && setProblem(failure),
    );
    return () => {
      isCurrent = false;
    };
  }, [subject]);

  async function save(): Promise<void> {
    if (chosen.size === 0 || job.value) return;
    setProblem(null);
    try {
      const request = {
        list,
        subject,
        format,
        bom,
        title: name,
        columns: [...chosen],
        language: language.value,
      };
      const { file, shortened } = await runJob('export', (id, onProgress) =>
        engine.exportList(id, request, onProgress),
      );
      const part = subject === 'customer' ? '' : ` - ${t(exportTexts[`subject${subject}`])}`;
      const fileName = fileNameOf(`${name}${part} ${todayInName()}.${format}`);
      download(fileName, file);
      toast(
        shortened > 0
          ? t(exportTexts.savedShortened, { file: fileName, count: shortened })
          : t(exportTexts.saved, { file: fileName }),
      );
      onClose();
    } catch (failure) {
      setProblem(failure);
    }
  }

  return (
    <Dialog
      title={t(exportTexts.title, { name })}
      onClose={() => running || onClose()}
      onSubmit={() => void save()}
      actions={
        <>
          <DialogCancel kind="export" onClose={onClose} />
          <Button kind="primary" icon={Download} submit busy={running} disabled={chosen.size === 0}>
            {t(exportTexts.save)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <div class={styles.two}>
          <Field label={t(exportTexts.subject)}>
            <Select<Subject>
              value={subject}
              options={subjects.map(value => ({ value, label: t(exportTexts[`subject${value}`]) }))}
              onChange={value => setSubject(value)}
              disabled={running}
            />
          </Field>
          <Field label={t(exportTexts.format)}>
            <Select<OutFormat>
              value={format}
              options={formats.map(value => ({ value, label: t(exportTexts[`format${value}`]) }))}
              onChange={value => setFormat(value)}
              disabled={running}
            />
          </Field>
        </div>
        {format === 'csv' && (
          <Checkbox label={t(exportTexts.bom)} checked={bom} onChange={setBom} disabled={running} />
        )}
        <Columns columns={columns} chosen={chosen} onChange={setChosen} disabled={running} />
        {format !== 'json' && <p class={styles.hint}>{t(exportTexts.safe)}</p>}
        <JobProgress kind="export" inDialog />
      </div>
    </Dialog>
  );
}
