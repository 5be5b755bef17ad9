import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Span } from '../../../domain/index.ts';
import type { Wording } from '../../../rules/index.ts';
import { language } from '../../kit/index.ts';

interface ProofSetting {
  readonly currency: string;
  /** Shows where the rules say it; null where the text is not at hand. */
  readonly onSelect: ((span: Span) => void) | null;
}

export const ProofContext = createContext<ProofSetting>({ currency: 'CNY', onSelect: null });

/** How the proof around is worded, and the way to its text. */
export function useProof(): { wording: Wording; onSelect: ProofSetting['onSelect'] } {
  const { currency, onSelect } = useContext(ProofContext);
  return { wording: { language: language.value, currency }, onSelect };
}
