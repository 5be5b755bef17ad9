import { lifecycleTexts } from '../../../../i18n/lifecycle.ts';
import { language, Page, t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { GroupCard } from './GroupCard.tsx';
import { groupPacks, rulesOf } from './packs.ts';

/** Life cycle, types and behaviour: the groups, or the customers of the segment that the address names, of a group's none where it names no segment. */
export function LifecycleScreen({ what }: { what: string }) {
  const [id, ...rest] = what.split(' ');
  const pack = groupPacks.find(each => each.id === id);
  if (!pack) {
    return (
      <Page title={t(lifecycleTexts.title)} lead={t(lifecycleTexts.lead)} size="wide">
        {groupPacks.map(each => (
          <GroupCard key={each.id} pack={each} />
        ))}
      </Page>
    );
  }
  const name = rest.join(' ');
  const { text, groups } = rulesOf(pack);
  return (
    <CustomersBehind
      key={what}
      from={{ screen: 'segments', id: 'lifecycle' }}
      back={t(lifecycleTexts.back)}
      title={name || t(lifecycleTexts.restTitle, { name: pack.name[language.value] })}
      nobody={t(lifecycleTexts.nobody)}
      of={JSON.stringify([what, text])}
      load={async (offset, limit) => {
        if (!name) return engine.unsorted({ text, groups: [...groups], offset, limit });
        const request = { text, name, show: 'matches', search: '', offset, limit } as const;
        const { total, members } = await engine.members(request);
        return { total, hits: members };
      }}
    />
  );
}
