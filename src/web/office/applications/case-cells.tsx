import type { ListedCase } from '../../../app/applications/listed-case.ts';
import { type Due, DueChip } from '../../theme/due-chip.tsx';
import { Badge } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { stateOf, stepWords } from './words.ts';

export const DueCell = ({ due, today }: { due: Due; today: string }) => <DueChip due={due} today={today} />;

export const NameCell = ({ name }: { name: string }) => <span class="gk-nw">{name}</span>;

export const StepCell = ({ row }: { row: ListedCase }) => (
  <>
    <StatusBadge state={stateOf(row.phase)}>{stepWords(row.phase, row.waitingFor)}</StatusBadge>
    {row.unopened && (
      <Badge tone="over" icon="alert">
        两个工作日未查看
      </Badge>
    )}
  </>
);
