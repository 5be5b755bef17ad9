import { Download, Ellipsis, UserX } from 'lucide';
import { useState } from 'preact/hooks';
import type { CustomerView } from '../../../domain/index.ts';
import { exportTexts } from '../../../i18n/export.ts';
import { language, Menu, t, toast } from '../../kit/index.ts';
import { download, fileNameOf, todayInName } from '../download.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { ErasePersonDialog } from './ErasePersonDialog.tsx';

/** What a person may ask for: everything that is held, and to be forgotten. */
export function PersonMenu({ view }: { view: CustomerView }) {
  const [erasing, setErasing] = useState(false);
  const { id, name } = view.customer;

  async function save(): Promise<void> {
    try {
      const file = await engine.exportPerson(id, language.value);
      if (!file) return;
      const fileName = fileNameOf(t(exportTexts.personFile, { name: name || id, day: todayInName() }));
      download(fileName, file);
      toast(t(exportTexts.saved, { file: fileName }));
    } catch (problem) {
      report(problem);
    }
  }

  return (
    <>
      <Menu
        label={t(exportTexts.person)}
        icon={Ellipsis}
        size="small"
        items={[
          { label: t(exportTexts.personExport), icon: Download, onChoose: () => void save() },
          { label: t(exportTexts.personErase), icon: UserX, danger: true, onChoose: () => setErasing(true) },
        ]}
      />
      {erasing && <ErasePersonDialog view={view} onClose={() => setErasing(false)} />}
    </>
  );
}
