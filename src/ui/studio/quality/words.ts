import { fieldOf } from '../../../domain/index.ts';
import type { Text } from '../../../i18n/index.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { language, say, t } from '../../kit/index.ts';

/** What an issue is called, and why it is one. `missing <field>` and `unmapped <field>` are about a field. */
export function issueWords(id: string): { readonly title: string; readonly why: string } {
  const [, group, field] = /^(missing|unmapped) (.+)$/.exec(id) ?? [];
  if (group === 'missing') return { title: `${t(qualityTexts.missing)}: ${fieldLabel(field!)}`, why: '' };
  if (group === 'unmapped') {
    return {
      title: t(qualityTexts.unmappedIssue, { field: fieldLabel(field!) }),
      why: t(qualityTexts.unmappedIssueWhy),
    };
  }
  const rows = qualityTexts as Record<string, Text | undefined>;
  const [title, why] = [rows[id], rows[`${id}Why`]];
  return { title: title ? say(title, {}) : id, why: why ? say(why, {}) : '' };
}

/** The label of a customer field. */
export function fieldLabel(id: string): string {
  return fieldOf('customer', id)[language.value];
}
