import { CircleSlash, Database, Download, Search, TextCursor, X } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import type { Member, MembersSort } from '../../../engine/index.ts';
import { exportTexts } from '../../../i18n/export.ts';
import { membersTexts, overlapTexts, rulesTexts } from '../../../i18n/studio.ts';
import { namesUsed, parse } from '../../../rules/index.ts';
import { Button, EmptyState, IconButton, TextInput, t, VirtualList } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { wantSample } from '../sample.ts';
import { usePages } from '../usePages.ts';
import { workspace } from '../workspace.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import type { Draft } from './draft.ts';
import { ownFields } from './knownWorld.ts';
import { briefMoney } from './lenses.ts';
import { MemberHead, mostColumns } from './MemberHead.tsx';
import { MemberRow } from './MemberRow.tsx';
import styles from './MembersList.module.css';
import { also, picked, sideTab } from './session.ts';
import { explainFor } from './why/whose.ts';

type Show = 'matches' | 'enters' | 'leaves';

/** The customers behind a number of the declaration at the cursor. */
export function MembersList({ draft, show }: { draft: Draft; show: Show }) {
  const [search, setSearch] = useState('');
  const [exporting, setExporting] = useState(false);
  const [sort, setSort] = useState<MembersSort>({ by: 'money', descending: true });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const declaration = picked.value;
  const base = workspace.value!;
  const asOf = draft.preview.value?.asOf;
  const other = show === 'matches' && also.value?.of === declaration?.name ? also.value : null;
  const own = ownFields.value;
  const offered = useMemo(
    () => (declaration ? namesUsed(parse(declaration.text), declaration.name, own) : []),
    [declaration?.text, declaration?.name, own],
  );
  const columns = offered.filter(name => !left.has(name)).slice(0, mostColumns);
  const order = ['name', 'money', ...columns].includes(sort.by)
    ? sort
    : ({ by: 'money', descending: true } as const);
  const request = declaration && {
    text: declaration.text,
    name: declaration.name,
    show,
    search,
    sort: order,
    columns,
    ...(other ? { also: other.name } : {}),
  };
  const key =
    request && base.customers > 0 ? JSON.stringify([request, asOf, base.version, base.customers]) : null;
  const [money, setMoney] = useState(0);
  const pages = usePages(
    key,
    async (offset, limit) => {
      const page = await engine.members({ ...request!, offset, limit });
      setMoney(page.money);
      return { total: page.total, items: page.members };
    },
    report,
  );

  if (base.customers === 0) {
    return (
      <EmptyState
        icon={Database}
        title={t(rulesTexts.membersEmptyBase)}
        text={t(rulesTexts.membersEmptyBaseHint)}
        actions={
          <>
            <Button kind="primary" onClick={() => void wantSample()}>
              {t(rulesTexts.emptySample)}
            </Button>
            <Button onClick={() => go('import')}>{t(rulesTexts.emptyImport)}</Button>
          </>
        }
      />
    );
  }
  if (!declaration) return <EmptyState icon={TextCursor} title={t(rulesTexts.noDeclaration)} />;
  return (
    <div class={styles.members} data-members>
      <div class={styles.search}>
        <TextInput
          type="search"
          aria-label={t(rulesTexts.searchMembers)}
          placeholder={t(rulesTexts.searchMembers)}
          value={search}
          onInput={setSearch}
        />
        <IconButton
          icon={Download}
          label={t(exportTexts.export)}
          disabled={!pages.total}
          onClick={() => setExporting(true)}
        />
        {offered.length > 0 && (
          <ColumnChooser
            offered={offered}
            chosen={columns}
            onChange={chosen => setLeft(new Set(offered.filter(name => !chosen.includes(name))))}
          />
        )}
      </div>
      {exporting && request && (
        <ExportDialog
          list={{ of: 'members', ...request }}
          name={listName(show, declaration.name)}
          onClose={() => setExporting(false)}
        />
      )}
      <div class={styles.summary}>
        {other && (
          <span class={styles.also}>
            {t(overlapTexts.also, { name: other.name })}
            <IconButton
              icon={X}
              size="small"
              label={t(overlapTexts.alsoClear, { name: declaration.name })}
              onClick={() => (also.value = null)}
            />
          </span>
        )}
        {pages.total !== null && pages.total > 0 && (
          <span class={styles.total} data-show={show}>
            {t(membersTexts.total, { count: pages.total, money: briefMoney(money, base.currency) })}
          </span>
        )}
      </div>
      {pages.total === 0 ? (
        <div>
          <Nobody show={show} search={search} version={base.version} />
        </div>
      ) : (
        <div class={styles.list} aria-busy={pages.waiting}>
          <MemberHead columns={columns} sort={order} onSort={setSort} />
          <VirtualList
            label={t(rulesTexts.membersLabel, { name: declaration.name })}
            count={pages.total ?? 0}
            rowHeight={60}
            row={index => <MemberRow member={pages.item(index)} columns={columns.length} />}
            onRange={pages.need}
            onChoose={(index, event) => {
              const member = pages.item(index);
              if (member && asksWhy(event)) explain(member);
              else if (member) go('customers', member.id);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** What the list is called where it is exported. */
function listName(show: Show, name: string): string {
  return show === 'matches' ? name : t(exportTexts[show], { name });
}

/** Shift+Enter, or a press on the word in the row. */
function asksWhy(event: KeyboardEvent | MouseEvent): boolean {
  return event.shiftKey || (event.target instanceof Element && event.target.closest('[data-why]') !== null);
}

function explain({ id, name, email, phone }: Member): void {
  explainFor({ id, name: name || email || phone });
  sideTab.value = 'why';
}

function Nobody({ show, search, version }: { show: Show; search: string; version: number }) {
  if (search !== '') return <EmptyState icon={Search} title={t(rulesTexts.noSearchHits, { search })} />;
  if (show === 'matches') {
    return (
      <EmptyState icon={CircleSlash} title={t(rulesTexts.noMatches)} text={t(rulesTexts.noMatchesHint)} />
    );
  }
  return (
    <EmptyState
      icon={CircleSlash}
      title={t(show === 'enters' ? rulesTexts.noEnters : rulesTexts.noLeaves)}
      text={version > 0 ? t(rulesTexts.noDifferenceHint, { version }) : t(rulesTexts.noVersionHint)}
    />
  );
}
