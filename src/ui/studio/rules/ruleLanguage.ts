import type { LanguageHooks, SuggestionKind } from './languageHooks.ts';
import { lineTokens } from './lineTokens.ts';
import { monaco } from './monaco.ts';
import { registerProviders } from './providers.ts';
import { defineThemes, type TokenKind } from './themes.ts';

export const ruleLanguage = 'tierlens';

/** One coloured piece of a line, in UTF-16 units. */
export interface Token {
  readonly start: number;
  readonly kind: TokenKind;
}

const hooksOf = new WeakMap<monaco.editor.ITextModel, LanguageHooks>();
let registered = false;

/** Ties a model to what serves it, until disposed. */
export function serveModel(model: monaco.editor.ITextModel, hooks: LanguageHooks): monaco.IDisposable {
  hooksOf.set(model, hooks);
  return {
    dispose() {
      hooksOf.delete(model);
    },
  };
}

/** Makes the rule language known to Monaco, once a page. */
export function registerRuleLanguage(): void {
  if (registered) return;
  registered = true;
  defineThemes();
  monaco.languages.register({ id: ruleLanguage });
  monaco.languages.setLanguageConfiguration(ruleLanguage, {
    comments: { lineComment: '//' },
    brackets: [
      ['{', '}'],
      ['(', ')'],
      ['[', ']'],
      ['（', '）'],
      ['「', '」'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '(', close: ')' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: '“', close: '”', notIn: ['string', 'comment'] },
      { open: '（', close: '）' },
      { open: '「', close: '」' },
    ],
    // a declaration goes on in indented lines
    indentationRules: { increaseIndentPattern: /\{\s*$/, decreaseIndentPattern: /^\s*\}/ },
    wordPattern: /[\p{L}\p{N}_]+/u,
  });
  monaco.languages.registerFoldingRangeProvider(ruleLanguage, { provideFoldingRanges: foldingRanges });
  monaco.languages.registerCompletionItemProvider(ruleLanguage, {
    triggerCharacters: [' ', '"', '“', '.', '(', '（', '=', '['],
    async provideCompletionItems(model, position) {
      const offset = model.getOffsetAt(position);
      const suggestions = await (hooksOf.get(model)?.complete(model.getValue(), offset) ?? []);
      return {
        suggestions: suggestions.map((each, index) => ({
          label: each.detail
            ? { label: withoutIcons(each.label), description: withoutIcons(each.detail) }
            : withoutIcons(each.label),
          insertText: each.insert,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          filterText: each.filter,
          sortText: String(index).padStart(5, '0'),
          documentation: each.help,
          kind: itemKinds[each.kind],
          range: monaco.Range.fromPositions(model.getPositionAt(each.start), position),
        })),
      };
    },
  });
  registerProviders(ruleLanguage, model => hooksOf.get(model));
}

let colours: monaco.IDisposable | undefined;

/** Colours every open text anew, the names of the workspace's own fields as those of fields. */
export function colourFields(own: ReadonlySet<string>): void {
  const before = colours;
  colours = monaco.languages.setTokensProvider(ruleLanguage, {
    getInitialState: () => state,
    tokenize: line => ({
      endState: state,
      tokens: lineTokens(line, own).map(token => ({ startIndex: token.start, scopes: token.kind })),
    }),
  });
  before?.dispose();
}

/** The editor draws a picture where a label has $(name). */
function withoutIcons(label: string): string {
  return label.replaceAll('$(', '\\$(');
}

const state: monaco.languages.IState = { clone: () => state, equals: () => true };

const itemKinds: Record<SuggestionKind, monaco.languages.CompletionItemKind> = {
  keyword: monaco.languages.CompletionItemKind.Keyword,
  function: monaco.languages.CompletionItemKind.Function,
  field: monaco.languages.CompletionItemKind.Field,
  name: monaco.languages.CompletionItemKind.Variable,
  value: monaco.languages.CompletionItemKind.Value,
  snippet: monaco.languages.CompletionItemKind.Snippet,
};

/** A declaration folds from its first line to the last line before the next that holds anything. */
function foldingRanges(model: monaco.editor.ITextModel): monaco.languages.FoldingRange[] {
  const ranges: monaco.languages.FoldingRange[] = [];
  let start = 0;
  let end = 0;
  const close = () => {
    if (start > 0 && end > start) ranges.push({ start, end });
  };
  for (let line = 1; line <= model.getLineCount(); line++) {
    const text = model.getLineContent(line);
    if (text.trim() === '') continue;
    if (/^(\s|\})/.test(text) && start > 0) end = line;
    else {
      close();
      start = line;
      end = line;
    }
  }
  close();
  return ranges;
}
