import { Calculator } from 'lucide';
import { modelTexts } from '../../../i18n/models.ts';
import { Button, t } from '../../kit/index.ts';
import { job } from '../jobs.ts';
import styles from './Model.module.css';

export interface ComputeButtonProps {
  /** What the form holds is what is shown. */
  isShown: boolean;
  /** What is shown could be made of the base as it is now; `again` says so. */
  isOld: boolean;
  again: string;
  onCompute(): void;
}

/** Stands level with the fields of a form: computes what was chosen, or the same once more where it is old. */
export function ComputeButton({ isShown, isOld, again, onCompute }: ComputeButtonProps) {
  return (
    <div class={styles.doing}>
      <Button icon={Calculator} disabled={job.value !== null || (isShown && !isOld)} onClick={onCompute}>
        {isOld ? again : t(modelTexts.compute)}
      </Button>
    </div>
  );
}
