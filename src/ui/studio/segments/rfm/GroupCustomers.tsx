import { useEffect, useState } from 'preact/hooks';
import type { RfmGroup, RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { tried } from '../tried.ts';
import { segmentTitle } from './words.ts';

/** The customers behind one number of the page, under the settings that are tried. */
export function GroupCustomers({ group }: { group: RfmGroup }) {
  const [view, setView] = useState<RfmView | null>(null);
  useEffect(() => void engine.rfm(tried.rfm.peek()).then(setView, report), []);
  if (!view) return null;
  const { settings } = view;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'rfm' }}
      back={t(segmentTexts.back)}
      title={titleOf(group, view)}
      nobody={t(segmentTexts.nobody)}
      of={JSON.stringify([group, settings])}
      load={(offset, limit) => engine.rfmCustomers({ settings, group, offset, limit })}
    />
  );
}

function titleOf(group: RfmGroup, view: RfmView): string {
  switch (group.is) {
    case 'segment':
      return segmentTitle(view, group.id);
    case 'others':
      return t(segmentTexts.others);
    case 'cell':
      return t(segmentTexts.cell, { r: group.recency, f: group.frequency });
    case 'without':
      return t(segmentTexts.withoutTitle);
    case 'changed':
      return t(segmentTexts.changedTitle);
  }
}
