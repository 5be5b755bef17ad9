import { useState } from 'preact/hooks';
import type { ChurnSettings, ChurnView } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { t } from '../../../kit/index.ts';
import { ComputeButton } from '../ComputeButton.tsx';
import { isSame } from '../isSame.ts';
import model from '../Model.module.css';
import { NumberField } from '../NumberField.tsx';
import { tried } from '../tried.ts';
import type { ModelRun } from '../useModelRun.ts';

/** The rule and the horizon; what is changed is learned when the button says so. */
export function ChurnForm({ view, run }: { view: ChurnView; run: ModelRun<ChurnView> }) {
  const [settings, setSettings] = useState<ChurnSettings>(tried.churn.peek() ?? view.settings);
  const isShown = isSame(settings, view.settings);
  const isOld =
    isShown &&
    tried.churn.value === null &&
    view.isInForce &&
    (view.learned.learnedOn < view.asOf || !view.hasHoldOutNames);
  return (
    <div class={model.form}>
      <NumberField
        label={t(churnTexts.silence)}
        hint={t(churnTexts.silenceHint)}
        value={settings.silence}
        from={1}
        to={3_650}
        isWhole
        onChange={silence => setSettings({ ...settings, silence })}
      />
      <NumberField
        label={t(churnTexts.horizon)}
        value={settings.horizon}
        from={1}
        to={3_650}
        isWhole
        onChange={horizon => setSettings({ ...settings, horizon })}
      />
      <ComputeButton
        isShown={isShown}
        isOld={isOld}
        again={t(churnTexts.learnAgain)}
        onCompute={() => {
          tried.churn.value = settings;
          run.again();
        }}
      />
    </div>
  );
}
