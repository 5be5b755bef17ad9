import type { LanguageHooks, OutlineItem, Replacement, Stretch } from './languageHooks.ts';
import { monaco } from './monaco.ts';

type Model = monaco.editor.ITextModel;

const inlaysChanged = new monaco.Emitter<void>();

/** The numbers inside the text are to be asked for again. */
export function renewInlays(): void {
  inlaysChanged.fire();
}

/** Puts what the hooks know of a model at the editor's places: offsets are turned into positions, nothing else. */
export function registerProviders(
  language: string,
  hooksOf: (model: Model) => LanguageHooks | undefined,
): void {
  const { languages } = monaco;
  languages.registerHoverProvider(language, {
    async provideHover(model, position) {
      const found = await hooksOf(model)?.hover(model.getValue(), model.getOffsetAt(position));
      if (!found || model.isDisposed()) return null;
      const { title, lines, picture } = found;
      const drawn = picture ? [`![${escapeMarkdown(picture.words)}](${picture.address})`] : [];
      const contents = [`**${escapeMarkdown(title)}**`, ...lines.map(escapeMarkdown), ...drawn];
      return { range: rangeOf(model, found), contents: contents.map(value => ({ value })) };
    },
  });
  languages.registerSignatureHelpProvider(language, {
    signatureHelpTriggerCharacters: ['(', '（', ',', '，', '、'],
    signatureHelpRetriggerCharacters: [',', '，', '、', ')'],
    provideSignatureHelp(model, position) {
      const call = hooksOf(model)?.call(model.getValue(), model.getOffsetAt(position));
      if (!call) return null;
      const { label, parameters, active, help } = call;
      const told = parameters.map(
        ([start, end]): monaco.languages.ParameterInformation => ({
          label: [start, end],
        }),
      );
      return {
        value: {
          signatures: [{ label, parameters: told, documentation: help }],
          activeSignature: 0,
          activeParameter: active,
        },
        dispose() {},
      };
    },
  });
  languages.registerRenameProvider(language, {
    resolveRenameLocation(model, position) {
      const symbol = symbolIn(model, position);
      const range = rangeOf(model, symbol?.at ?? { start: 0, end: 0 });
      return symbol ? { range, text: symbol.name } : { range, text: '', rejectReason: ' ' };
    },
    provideRenameEdits(model, position, name) {
      const edits = hooksOf(model)?.rename(model.getValue(), model.getOffsetAt(position), name) ?? [];
      return typeof edits === 'string'
        ? { edits: [], rejectReason: edits }
        : { edits: workspaceEdits(model, edits) };
    },
  });
  const symbolIn = (model: Model, position: monaco.Position) =>
    hooksOf(model)?.symbol(model.getValue(), model.getOffsetAt(position)) ?? null;
  languages.registerDefinitionProvider(language, {
    provideDefinition(model, position) {
      const [first] = symbolIn(model, position)?.places ?? [];
      return first ? { uri: model.uri, range: rangeOf(model, first) } : null;
    },
  });
  languages.registerReferenceProvider(language, {
    provideReferences: (model, position) =>
      (symbolIn(model, position)?.places ?? []).map(place => ({
        uri: model.uri,
        range: rangeOf(model, place),
      })),
  });
  languages.registerDocumentSymbolProvider(language, {
    provideDocumentSymbols: model =>
      (hooksOf(model)?.outline(model.getValue()) ?? []).map(item => ({
        name: item.name,
        detail: item.detail,
        kind: symbolKinds[item.kind],
        tags: [],
        range: rangeOf(model, item),
        selectionRange: rangeOf(model, item.nameAt),
      })),
  });
  languages.registerDocumentFormattingEditProvider(language, {
    provideDocumentFormattingEdits: model =>
      (hooksOf(model)?.format(model.getValue()) ?? []).map(edit => ({
        range: rangeOf(model, edit),
        text: edit.text,
      })),
  });
  languages.registerCodeActionProvider(language, {
    provideCodeActions(model, range, context) {
      const start = model.getOffsetAt(range.getStartPosition());
      const end = model.getOffsetAt(range.getEndPosition());
      const fixes = hooksOf(model)?.fixes(model.getValue(), start, end) ?? [];
      const actions = fixes.map(({ title, edits, mends }, index) => ({
        title,
        kind: mends ? 'quickfix' : 'refactor.rewrite',
        ...(mends && { diagnostics: context.markers }),
        isPreferred: mends && index === 0,
        edit: { edits: workspaceEdits(model, edits) },
      }));
      return { actions, dispose() {} };
    },
  });
  languages.registerInlayHintsProvider(language, {
    onDidChangeInlayHints: inlaysChanged.event,
    provideInlayHints(model) {
      const hints = (hooksOf(model)?.inlays(model.getValue()) ?? []).map(({ offset, text, title }) => ({
        position: model.getPositionAt(offset),
        label: text,
        tooltip: title,
        paddingLeft: true,
      }));
      return { hints, dispose() {} };
    },
  });
}

const symbolKinds: Record<OutlineItem['kind'], monaco.languages.SymbolKind> = {
  metric: monaco.languages.SymbolKind.Variable,
  tag: monaco.languages.SymbolKind.Constant,
  tier: monaco.languages.SymbolKind.Enum,
  segment: monaco.languages.SymbolKind.Class,
  action: monaco.languages.SymbolKind.Event,
  other: monaco.languages.SymbolKind.Object,
};

function rangeOf(model: Model, { start, end }: Stretch): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

function workspaceEdits(model: Model, edits: readonly Replacement[]): monaco.languages.IWorkspaceTextEdit[] {
  return edits.map(edit => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: rangeOf(model, edit), text: edit.text },
  }));
}

/** Every sign is itself: no tag, no link, no address that becomes one, no entity. */
function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll('\n', '  \n');
}
