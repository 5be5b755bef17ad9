import { render } from 'preact';
import { describeProblem, followSettings } from '../kit/index.ts';
import { SidePanel } from './SidePanel.tsx';
import { followTab } from './state.ts';

const root = document.getElementById('root')!;

followSettings().then(
  () => {
    followTab();
    render(<SidePanel />, root);
  },
  error => render(<p role="alert">{describeProblem(error)}</p>, root),
);
