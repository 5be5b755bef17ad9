import { CircleSlash, Database, Search, TextCursor } from 'lucide';
import { useState } from 'preact/hooks';
import { rulesTexts } from '../../../i18n/studio.ts';
import { Button, EmptyState, TextInput, t, VirtualList } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { wantSample } from '../sample.ts';
import { usePages } from '../usePages.ts';
import { workspace } from '../workspace.ts';
import type { Draft } from './draft.ts';
import { MemberRow } from './MemberRow.tsx';
import styles from './MembersList.module.css';
import { picked } from './session.ts';

type Show = 'matches' | 'enters' | 'leaves';

/** The customers behind a number of the declaration at the cursor. */
export function MembersList({ draft, show }: { draft: Draft; show: Show }) {
  const [search, setSearch] = useState('');
  const declaration = picked.value;
  const base = workspace.value!;
  const asOf = draft.preview.value?.asOf;
  const key =
    declaration && base.customers > 0
      ? JSON.stringify([declaration.text, declaration.name, show, search, asOf, base.version, base.customers])
      : null;
  const pages = usePages(
    key,
    async (offset, limit) => {
      const { text, name } = declaration!;
      const page = await engine.members({ text, name, show, search, offset, limit });
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
      </div>
      {pages.total === 0 ? (
        <div>
          <Nobody show={show} search={search} version={base.version} />
        </div>
      ) : (
        <div class={styles.list} aria-busy={pages.waiting}>
          <VirtualList
            label={t(rulesTexts.membersLabel, { name: declaration.name })}
            count={pages.total ?? 0}
            rowHeight={60}
            row={index => <MemberRow member={pages.item(index)} />}
            onRange={pages.need}
            onChoose={index => {
              const member = pages.item(index);
              if (member) go('customers', member.id);
            }}
          />
        </div>
      )}
    </div>
  );
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
