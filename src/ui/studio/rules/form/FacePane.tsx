import type { ComponentChildren } from 'preact';
import { formTexts } from '../../../../i18n/faces.ts';
import { sentence } from '../../../../rules/index.ts';
import { Icon, language, later, t } from '../../../kit/index.ts';
import { workspace } from '../../workspace.ts';
import { kindIcons } from '../kinds.ts';
import { ownFields } from '../knownWorld.ts';
import styles from './FacePane.module.css';
import { current, declaredNames, face } from './faces.ts';

const FormPane = later(async () => (await import('./FormPane.tsx')).FormPane);

/** The text, above it the rule at the cursor as a sentence; in its place the same rule as a form, where wanted. */
export function FacePane({ children }: { children: ComponentChildren }) {
  const asForm = face.value === 'form';
  return (
    <div class={styles.pane}>
      <header class={styles.head}>
        <Sentence />
        <fieldset class={styles.faces} aria-label={t(formTexts.face)}>
          {(['text', 'form'] as const).map(each => (
            <button
              key={each}
              type="button"
              class={styles.face}
              aria-pressed={face.value === each}
              onClick={() => {
                face.value = each;
              }}
            >
              {t(each === 'text' ? formTexts.asText : formTexts.asForm)}
            </button>
          ))}
        </fieldset>
      </header>
      <div class={styles.body}>
        <div class={styles.text} inert={asForm}>
          {children}
        </div>
        {asForm && <FormPane />}
      </div>
    </div>
  );
}

function Sentence() {
  const declaration = current.value;
  if (!declaration || declaration.broken) return <p class={styles.sentence} />;
  const declares = (name: string) => declaredNames.value.has(name);
  const currency = workspace.value?.currency ?? 'CNY';
  const words = sentence(declaration, language.value, { currency, declares, own: ownFields.value });
  return (
    <p class={styles.sentence} title={words}>
      <span class={styles.icon}>
        <Icon of={kindIcons[declaration.kind]} size={14} />
      </span>
      {words}
    </p>
  );
}
