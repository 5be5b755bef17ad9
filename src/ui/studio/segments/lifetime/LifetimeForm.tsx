import { useState } from 'preact/hooks';
import type { LifetimeSettings, LifetimeView } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { Field, Select, t } from '../../../kit/index.ts';
import { ComputeButton } from '../ComputeButton.tsx';
import { isSame } from '../isSame.ts';
import model from '../Model.module.css';
import { NumberField } from '../NumberField.tsx';
import { tried } from '../tried.ts';
import type { ModelRun } from '../useModelRun.ts';

/** How lifetime value is made; what is changed is computed when the button says so. */
export function LifetimeForm({ view, run }: { view: LifetimeView; run: ModelRun<LifetimeView> }) {
  const [settings, setSettings] = useState<LifetimeSettings>(tried.lifetime.peek() ?? view.settings);
  const change = (part: Partial<LifetimeSettings>) => setSettings({ ...settings, ...part });
  const isShown = isSame(settings, view.settings);
  const isOld = isShown && tried.lifetime.value === null && view.isInForce && view.fittedOn < view.asOf;
  return (
    <div class={model.form}>
      <Field label={t(lifetimeTexts.model)} hint={t(lifetimeTexts[`model${settings.model}`])}>
        <Select
          value={settings.model}
          options={(['MBG/NBD', 'BG/NBD', 'Pareto/NBD'] as const).map(value => ({ value, label: value }))}
          onChange={value => change({ model: value })}
        />
      </Field>
      <Field label={t(lifetimeTexts.unit)} hint={t(lifetimeTexts.unitHint)}>
        <Select
          value={settings.unit}
          options={(['weeks', 'days'] as const).map(value => ({
            value,
            label: t(lifetimeTexts[`unit${value}`]),
          }))}
          onChange={unit => change({ unit })}
        />
      </Field>
      <NumberField
        label={t(lifetimeTexts.months)}
        value={settings.months}
        from={1}
        to={120}
        isWhole
        onChange={months => change({ months })}
      />
      <NumberField
        label={t(lifetimeTexts.discount)}
        hint={t(lifetimeTexts.discountHint)}
        value={percent(settings.discount)}
        from={0}
        to={500}
        onChange={discount => change({ discount: discount / 100 })}
      />
      <NumberField
        label={t(lifetimeTexts.margin)}
        hint={t(lifetimeTexts.marginHint)}
        value={percent(settings.margin)}
        from={0.1}
        to={100}
        onChange={margin => change({ margin: margin / 100 })}
      />
      <ComputeButton
        isShown={isShown}
        isOld={isOld}
        again={t(lifetimeTexts.computeAgain)}
        onCompute={() => {
          tried.lifetime.value = settings;
          run.again();
        }}
      />
    </div>
  );
}

function percent(share: number): number {
  return Math.round(share * 1e6) / 1e4;
}
