import { Download, Import, Plus, Search, Users } from 'lucide';
import { useState } from 'preact/hooks';
import { exportTexts } from '../../../i18n/export.ts';
import { customersTexts } from '../../../i18n/studio.ts';
import { Button, EmptyState, TextInput, t } from '../../kit/index.ts';
import { CustomerForm } from '../../panel/parts.ts';
import { engine } from '../engine.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { renewSession } from '../rules/session.ts';
import { wantSample } from '../sample.ts';
import { usePages } from '../usePages.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import { CustomerGrid } from './CustomerGrid.tsx';
import styles from './CustomerTable.module.css';
import { ListFrame } from './ListFrame.tsx';
import { adding, search } from './state.ts';

/** All customers: search, and a table of any length. */
export function CustomerTable() {
  const base = workspace.value;
  const [exporting, setExporting] = useState(false);
  const wanted = search.value.trim();
  const pages = usePages(
    base ? JSON.stringify([wanted, base.customers, base.version, base.resultsAsOf]) : null,
    async (offset, limit) => {
      const page = await engine.customers({ search: wanted, offset, limit });
      return { total: page.total, items: page.hits };
    },
    report,
  );

  return (
    <ListFrame
      bar={
        <>
          <h1 class={styles.title}>{t(customersTexts.title)}</h1>
          <div class={styles.search}>
            <TextInput
              type="search"
              aria-label={t(customersTexts.search)}
              placeholder={t(customersTexts.search)}
              value={search.value}
              onInput={value => (search.value = value)}
            />
          </div>
          <span class={styles.found} role="status">
            {pages.total !== null && t(customersTexts.found, { count: pages.total })}
          </span>
          <Button icon={Download} disabled={!pages.total} onClick={() => setExporting(true)}>
            {t(exportTexts.export)}
          </Button>
          <Button icon={Plus} onClick={() => (adding.value = true)}>
            {t(customersTexts.add)}
          </Button>
        </>
      }
    >
      {pages.total === 0 ? (
        <div>{base?.customers === 0 ? <NoCustomers /> : <NoneFound search={wanted} />}</div>
      ) : (
        <CustomerGrid label={t(customersTexts.table)} pages={pages} />
      )}
      {exporting && (
        <ExportDialog
          list={{ of: 'customers', search: wanted }}
          name={wanted ? t(exportTexts.found, { search: wanted }) : t(exportTexts.allCustomers)}
          onClose={() => setExporting(false)}
        />
      )}
      {adding.value && (
        <CustomerForm
          draft={{ name: '', source: 'hand' }}
          onClose={() => (adding.value = false)}
          onSaved={id => {
            adding.value = false;
            void readWorkspace().then(renewSession);
            go('customers', id);
          }}
        />
      )}
    </ListFrame>
  );
}

function NoCustomers() {
  return (
    <EmptyState
      icon={Users}
      title={t(customersTexts.none)}
      text={t(customersTexts.noneHint)}
      actions={
        <>
          <Button kind="primary" icon={Import} onClick={() => go('import')}>
            {t(customersTexts.import)}
          </Button>
          <Button onClick={() => void wantSample()}>{t(customersTexts.sample)}</Button>
          <Button icon={Plus} onClick={() => (adding.value = true)}>
            {t(customersTexts.add)}
          </Button>
        </>
      }
    />
  );
}

function NoneFound({ search: wanted }: { search: string }) {
  return (
    <EmptyState
      icon={Search}
      title={t(customersTexts.noneFound, { search: wanted })}
      text={t(customersTexts.noneFoundHint)}
      actions={<Button onClick={() => (search.value = '')}>{t(customersTexts.clearSearch)}</Button>}
    />
  );
}
