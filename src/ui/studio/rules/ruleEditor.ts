import type { Note } from '../../../domain/index.ts';
import type { TextEdit } from '../../../rules/index.ts';
import type { LanguageHooks } from './languageHooks.ts';
import { type Lens, LensLayer } from './lensLayer.ts';
import { monaco } from './monaco.ts';
import { renewInlays } from './providers.ts';
import { colourFields, registerRuleLanguage, ruleLanguage, serveModel } from './ruleLanguage.ts';
import { themeOf } from './themes.ts';

export interface EditorOptions extends LanguageHooks {
  readonly text: string;
  readonly dark: boolean;
  /** Said to screen readers. */
  readonly label: string;
  onEdit(text: string): void;
  /** The cursor moved to this offset of the text. */
  onCursor(offset: number): void;
}

/** The code editor as the studio sees it: texts, offsets, lenses and notes; nothing of Monaco comes out. */
export interface RuleEditor {
  /** Replaces the whole text; the user can undo it. */
  setText(text: string): void;
  /** Replaces a part of the text. Edits of one `stroke`, such as a drag, are undone together. */
  replace(start: number, end: number, text: string, stroke: 'begin' | 'go on'): void;
  /** Makes changes that are undone together. */
  edit(edits: readonly TextEdit[]): void;
  undo(): void;
  redo(): void;
  /** Asks for the numbers inside the text again. */
  renewInlays(): void;
  setLenses(lenses: readonly Lens[]): void;
  setNotes(notes: readonly Note[], describe: (note: Note) => string): void;
  setDark(dark: boolean): void;
  /** Colours these names (folded) as fields, beside those of the catalogue. */
  setFields(own: ReadonlySet<string>): void;
  /** Selects a span and brings it into view. */
  reveal(start: number, end: number): void;
  focus(): void;
  dispose(): void;
}

/** Opens an editor that fills `host`. */
export function openRuleEditor(host: HTMLElement, options: EditorOptions): RuleEditor {
  registerRuleLanguage();
  const model = monaco.editor.createModel(options.text, ruleLanguage);
  model.setEOL(monaco.editor.EndOfLineSequence.LF); // offsets are those of the text that the engine gets
  const served = serveModel(model, options);
  const editor = monaco.editor.create(host, {
    model,
    theme: themeOf(options.dark),
    ariaLabel: options.label,
    ...look,
  });
  const lenses = new LensLayer(editor);
  const offsetOf = (position: monaco.IPosition) => model.getOffsetAt(position);
  const listeners = [
    model.onDidChangeContent(() => options.onEdit(model.getValue())),
    editor.onDidChangeCursorPosition(event => options.onCursor(offsetOf(event.position))),
    served,
  ];

  return {
    setText(text) {
      if (text === model.getValue()) return;
      editor.pushUndoStop();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      editor.pushUndoStop();
    },
    replace(start, end, text, stroke) {
      if (stroke === 'begin') editor.pushUndoStop();
      const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
      editor.executeEdits('threshold', [{ range, text, forceMoveMarkers: false }]);
    },
    edit(edits) {
      editor.pushUndoStop();
      editor.executeEdits(
        'form',
        edits.map(({ span: [start, end], text }) => ({
          range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
          text,
          forceMoveMarkers: false,
        })),
      );
      editor.pushUndoStop();
    },
    undo: () => void model.undo(),
    redo: () => void model.redo(),
    renewInlays,
    setLenses: next => lenses.show(next),
    setNotes(notes, describe) {
      monaco.editor.setModelMarkers(
        model,
        ruleLanguage,
        notes.map(note => {
          const from = model.getPositionAt(note.span[0]);
          const to = model.getPositionAt(Math.max(note.span[1], note.span[0] + 1));
          return {
            severity: severities[note.severity],
            message: describe(note),
            startLineNumber: from.lineNumber,
            startColumn: from.column,
            endLineNumber: to.lineNumber,
            endColumn: to.column,
          };
        }),
      );
    },
    setFields: colourFields,
    setDark: dark => monaco.editor.setTheme(themeOf(dark)),
    reveal(start, end) {
      const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
      editor.focus();
    },
    focus: () => editor.focus(),
    dispose() {
      for (const listener of listeners) listener.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

const look: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: 'var(--mono)',
  fontSize: 14,
  lineHeight: 24,
  padding: { top: 12, bottom: 120 },
  minimap: { enabled: false },
  wordWrap: 'on',
  wrappingIndent: 'indent',
  wordSegmenterLocales: ['zh', 'en'],
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  lineNumbersMinChars: 3,
  glyphMargin: false,
  folding: true,
  showFoldingControls: 'mouseover',
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  trimAutoWhitespace: true,
  overviewRulerBorder: false,
  fixedOverflowWidgets: true,
  quickSuggestions: { other: true, comments: false, strings: true },
  suggest: { showWords: false, showIcons: true },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  hideCursorInOverviewRuler: true,
  occurrencesHighlight: 'off',
  stickyScroll: { enabled: false },
  inlayHints: { enabled: 'on', fontSize: 12, padding: true },
  hover: { delay: 250, above: false },
  parameterHints: { enabled: true },
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
  formatOnPaste: false,
  definitionLinkOpensInPeek: false,
  gotoLocation: { multipleDefinitions: 'goto', multipleReferences: 'peek' },
};
