import { formatBytes } from '../../core/text/formatValue';
import { Button } from '../widgets/button';

/** How far reading the file has come, and the way to stop it. */
export function Reading({ progress, onCancel }: { progress: { done: number; total: number }; onCancel: () => void }) {
  const share = progress.total === 0 ? 0 : Math.floor((100 * progress.done) / progress.total);
  return (
    <section class="reading" aria-label="Reading the log">
      <label for="reading">
        {progress.total === 0
          ? 'Reading the log'
          : `Reading the log: ${formatBytes(progress.done)} of ${formatBytes(progress.total)}`}
      </label>
      <progress id="reading" max={100} value={share}>
        {share} %
      </progress>
      <Button look="filled" onPress={onCancel}>
        Cancel
      </Button>
    </section>
  );
}
