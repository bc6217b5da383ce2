import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../useTexts.ts';
import './states.css';

interface NoticeBarProps {
  readonly tone?: 'calm' | 'warn' | 'danger';
  readonly children: ReactNode;
  readonly onClose?: () => void;
  readonly action?: ReactNode;
}

/** One calm line within the page: never over the text, never taking the focus. */
export function NoticeBar({ tone = 'calm', children, onClose, action }: NoticeBarProps) {
  const { t } = useTexts();
  const Icon = tone === 'calm' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className="noticeBar small" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size="1.125rem" stroke={1.75} aria-hidden />
      <div className="grow">{children}</div>
      {action}
      {onClose && <CloseButton size="sm" onClick={onClose} aria-label={t('frame:close')} />}
    </div>
  );
}
