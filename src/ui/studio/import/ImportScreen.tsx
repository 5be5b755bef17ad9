import { useEffect } from 'preact/hooks';
import { importTexts } from '../../../i18n/studio.ts';
import { ErrorNote, Page, t } from '../../kit/index.ts';
import { route } from '../route.ts';
import { AddressSection } from '../sources/AddressSection.tsx';
import { workspace } from '../workspace.ts';
import { DoneStep } from './DoneStep.tsx';
import { DropZone } from './DropZone.tsx';
import { DryRunStep } from './DryRunStep.tsx';
import { FileTabs } from './FileTabs.tsx';
import { addFiles, items, parts, shown, step } from './flow.ts';
import { ImportHistory } from './ImportHistory.tsx';
import styles from './ImportScreen.module.css';
import { MappingStep } from './MappingStep.tsx';
import { onPaste } from './pasted.ts';
import { RefusedPage } from './RefusedPage.tsx';
import { RunningStep } from './RunningStep.tsx';
import { SampleOffer } from './SampleOffer.tsx';
import { SourceList } from './SourceList.tsx';

/** Import: files together are looked at, mapped, tried and then brought in. */
export function ImportScreen() {
  const { id } = route.value;
  useEffect(() => {
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; buttons are everybody's
    <div
      class={styles.screen}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        if (event.defaultPrevented) return; // the drop zone has taken it
        event.preventDefault();
        void addFiles(event.dataTransfer?.files ?? []);
      }}
    >
      <Page title={t(importTexts.title)} lead={t(importTexts.lead)} size="wide">
        {id === '' ? <Steps /> : <RefusedPage id={Number(id)} />}
      </Page>
    </div>
  );
}

function Steps() {
  const now = step.value;
  const open = parts.value;
  if (now.at === 'checking' || now.at === 'importing') return <RunningStep />;
  if (now.at === 'checked') return <DryRunStep run={now.run} problem={now.problem} />;
  const inView = open.find(({ key }) => key === shown.value);
  const isIdle = now.at === 'mapping' && open.length === 0;
  return (
    <>
      {now.at === 'mapping' && items.value.length > 0 && (
        <FileTabs>{inView && <MappingStep open={inView} problem={now.problem} />}</FileTabs>
      )}
      {now.at === 'mapping' && open.length > 0 && !inView && now.problem !== null && (
        <ErrorNote error={now.problem} />
      )}
      {now.at === 'done' && <DoneStep key={now.done.id} done={now.done} />}
      {isIdle && (
        <>
          <DropZone />
          <AddressSection />
          <SourceList />
          {workspace.value?.customers === 0 && <SampleOffer />}
        </>
      )}
      {(isIdle || now.at === 'done') && <ImportHistory />}
    </>
  );
}
