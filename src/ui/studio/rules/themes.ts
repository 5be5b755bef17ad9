import { monaco } from './monaco.ts';

/** What a piece of rule text is, as the colours know it. */
export type TokenKind =
  | 'declaration'
  | 'keyword'
  | 'name'
  | 'field'
  | 'number'
  | 'string'
  | 'operator'
  | 'comment';

const ink: Record<'light' | 'dark', Record<TokenKind, string>> = {
  light: {
    declaration: '8a1f7a',
    keyword: '3456d1',
    name: '191c22',
    field: '0b6568',
    number: '0f6b3c',
    string: 'a03d16',
    operator: '505765',
    comment: '68707d',
  },
  dark: {
    declaration: 'e29ad6',
    keyword: '93a8ff',
    name: 'edeff3',
    field: '6fd0cd',
    number: '7fd6a5',
    string: 'f0a27d',
    operator: 'abb1bd',
    comment: '8b92a0',
  },
};

const surfaces = {
  light: { surface: '#ffffff', line: '#f1f3f6', number: '#8b92a0', ink: '#191c22', select: '#cfdaff' },
  dark: { surface: '#191b20', line: '#202329', number: '#6a7180', ink: '#edeff3', select: '#38467f' },
};

/** Defines the two themes, in the colours of the studio's tokens. */
export function defineThemes(): void {
  for (const mode of ['light', 'dark'] as const) {
    const { surface, line, number, ink: text, select } = surfaces[mode];
    monaco.editor.defineTheme(themeOf(mode === 'dark'), {
      base: mode === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: Object.entries(ink[mode]).map(([token, foreground]) => ({
        token,
        foreground,
        ...(token === 'declaration' ? { fontStyle: 'bold' } : {}),
      })),
      colors: {
        'editor.background': surface,
        'editor.foreground': text,
        'editor.lineHighlightBackground': line,
        'editor.lineHighlightBorder': '#00000000',
        'editorLineNumber.foreground': number,
        'editorLineNumber.activeForeground': text,
        'editor.selectionBackground': select,
        // brackets are no colours of their own: the lens and the tokens are enough
        ...Object.fromEntries(
          [1, 2, 3, 4, 5, 6].map(level => [
            `editorBracketHighlight.foreground${level}`,
            `#${ink[mode].operator}`,
          ]),
        ),
        'editorGutter.background': surface,
        'scrollbarSlider.background': `${number}50`,
        'scrollbarSlider.hoverBackground': `${number}80`,
        'scrollbarSlider.activeBackground': `${number}a0`,
        'editorWidget.background': surface,
        'editorSuggestWidget.background': surface,
        'editorSuggestWidget.selectedBackground': select,
        'editorSuggestWidget.selectedForeground': text,
        'editorSuggestWidget.selectedIconForeground': text,
        'editorSuggestWidget.highlightForeground': `#${ink[mode].keyword}`,
        'editorSuggestWidget.focusHighlightForeground': `#${ink[mode].keyword}`,
        'editorSuggestWidget.border': `${number}60`,
        'editorHoverWidget.border': `${number}60`,
        'menu.background': surface,
        'menu.foreground': text,
        'menu.selectionBackground': select,
        'menu.selectionForeground': text,
        'menu.separatorBackground': `${number}40`,
        'menu.border': `${number}60`,
        'editorWidget.border': `${number}60`,
        'editorHoverWidget.background': surface,
        'editorHoverWidget.foreground': text,
        foreground: text,
        focusBorder: `#${ink[mode].keyword}`,
        'editor.rangeHighlightBackground': `${select}80`,
        'editorInlayHint.background': line,
        'editorInlayHint.foreground': `#${ink[mode].operator}`,
        'quickInput.background': surface,
        'quickInput.foreground': text,
        'quickInputList.focusBackground': select,
        'quickInputList.focusForeground': text,
        'quickInputList.focusIconForeground': text,
        'list.highlightForeground': `#${ink[mode].keyword}`,
        'list.focusHighlightForeground': `#${ink[mode].keyword}`,
        'list.activeSelectionBackground': select,
        'list.activeSelectionForeground': text,
        'list.inactiveSelectionBackground': line,
        'list.hoverBackground': line,
        'input.background': surface,
        'input.foreground': text,
        'input.border': `${number}80`,
        'peekView.border': `#${ink[mode].keyword}`,
        'peekViewTitle.background': line,
        'peekViewTitleLabel.foreground': text,
        'peekViewTitleDescription.foreground': `#${ink[mode].operator}`,
        'peekViewEditor.background': surface,
        'peekViewEditorGutter.background': surface,
        'peekViewEditor.matchHighlightBackground': select,
        'peekViewResult.background': surface,
        'peekViewResult.lineForeground': text,
        'peekViewResult.fileForeground': text,
        'peekViewResult.selectionBackground': select,
        'peekViewResult.selectionForeground': text,
        'peekViewResult.matchHighlightBackground': select,
        'editorLightBulb.foreground': `#${ink[mode].keyword}`,
      },
    });
  }
}

export function themeOf(dark: boolean): string {
  return dark ? 'tierlens-dark' : 'tierlens-light';
}
