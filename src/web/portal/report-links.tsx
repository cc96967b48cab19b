import type { FindingCounts } from '../http/services.ts';
import { Badge } from '../theme/parts.tsx';

/** Findings of a report in one badge: the gravest kind with its number, or that all is in order. */
export const FindingsBadges = ({ findings }: { findings: FindingCounts }) => {
  if (findings.error > 0)
    return (
      <Badge tone="over" icon="alert">
        错误 {findings.error}
      </Badge>
    );
  if (findings.warning > 0)
    return (
      <Badge tone="soon" icon="flag">
        警告 {findings.warning}
      </Badge>
    );
  if (findings.info > 0)
    return (
      <Badge tone="info" icon="info">
        提示 {findings.info}
      </Badge>
    );
  return (
    <Badge tone="ok" icon="check">
      相符
    </Badge>
  );
};
