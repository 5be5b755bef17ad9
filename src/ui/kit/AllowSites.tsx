import { ShieldCheck } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { readingTexts } from '../../i18n/reading.ts';
import { allowSites } from '../../shell/index.ts';
import styles from './AllowSites.module.css';
import { Button } from './Button.tsx';
import { t } from './language.ts';

export interface AllowSitesProps {
  origins: readonly string[];
  wide?: boolean;
  centred?: boolean;
  onError(error: unknown): void;
  /** The words of the button; without them it allows this site. */
  children?: ComponentChildren;
}

/** One press, one question of the browser; below the button, that the user has said no. */
export function AllowSites({ origins, wide, centred, onError, children }: AllowSitesProps) {
  const [denied, setDenied] = useState(false);
  const allow = () => void allowSites(origins).then(allowed => setDenied(!allowed), onError);
  return (
    <div class={styles.allow} data-centred={centred ? '' : undefined}>
      <Button kind="primary" icon={ShieldCheck} wide={wide} onClick={allow}>
        {children ?? t(readingTexts.allow)}
      </Button>
      <p role="status" class={styles.denied}>
        {denied && t(readingTexts.denied)}
      </p>
    </div>
  );
}
