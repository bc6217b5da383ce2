import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../useTexts.ts';

/** Copies a short text. Works without the clipboard permission, which the window does not ask for. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      leftSection={<Icon size="1.125rem" stroke={1.75} aria-hidden />}
      onClick={() => setCopied(copyText(text))}
      onBlur={() => setCopied(false)}
    >
      {t(copied ? 'frame:copied' : 'frame:copy')}
    </Button>
  );
}

function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'onlyHeard';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
