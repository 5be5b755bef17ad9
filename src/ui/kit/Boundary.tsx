import { Component, type ComponentChildren } from 'preact';
import { kitTexts } from '../../i18n/kit.ts';
import { Button } from './Button.tsx';
import { t } from './language.ts';
import { ErrorNote } from './States.tsx';

/** Keeps a mistake of ours in one part of a screen from taking the rest with it; it is reported as any other. */
export class Boundary extends Component<{ children: ComponentChildren }, { problem: unknown }> {
  override state = { problem: null as unknown };

  override componentDidCatch(problem: unknown): void {
    reportError(problem);
    this.setState({ problem });
  }

  override render() {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    const again = () => this.setState({ problem: null });
    return <ErrorNote error={problem} action={<Button onClick={again}>{t(kitTexts.drawAgain)}</Button>} />;
  }
}
