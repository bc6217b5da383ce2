import { Textarea, type TextareaProps } from '@mantine/core';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { OpenCall } from '../call/openCall.ts';
import { FieldSpelling } from './FieldSpelling.tsx';
import type { SpelledField } from './store.ts';

interface SpelledTextareaProps extends Omit<TextareaProps, 'value'> {
  readonly field: SpelledField;
  readonly call: OpenCall;
  readonly value: string;
  /** False for a text that is checked where it was written. */
  readonly isChecked?: boolean;
}

/** A field of several lines whose spelling is checked as the pad's is. */
export function SpelledTextarea({ field, call, isChecked = true, ...props }: SpelledTextareaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const text = isChecked ? props.value : '';
  return (
    <Textarea
      {...props}
      ref={area}
      inputContainer={(input) => (
        <div className="spelledField">
          {input}
          <FieldMirror text={text} area={area} sheet={sheet} />
          <FieldSpelling field={field} call={call} text={text} area={area} sheet={sheet} />
        </div>
      )}
    />
  );
}

/** What decides where a letter of the field stands. */
const MEASURES = [
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-left-width',
  'border-right-width',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'line-height',
] as const;

interface FieldMirrorProps {
  readonly text: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly sheet: RefObject<HTMLDivElement | null>;
}

/** The lines of the field once more, unseen, for what is marked on them: a text field itself has no places that could be painted. */
function FieldMirror({ text, area, sheet }: FieldMirrorProps) {
  useLayoutEffect(() => {
    const [field, mirror] = [area.current, sheet.current];
    if (field === null || mirror === null) return;
    const measure = () => {
      const style = getComputedStyle(field);
      for (const name of MEASURES) mirror.style.setProperty(name, style.getPropertyValue(name));
      // A scroll bar takes its room from the lines.
      const bar = field.offsetWidth - field.clientWidth - parseFloat(style.borderLeftWidth) * 2;
      mirror.style.setProperty('right', `${Math.max(0, bar)}px`);
      mirror.scrollTop = field.scrollTop;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(field);
    field.addEventListener('scroll', measure);
    field.addEventListener('input', measure);
    measure();
    return () => {
      observer.disconnect();
      field.removeEventListener('scroll', measure);
      field.removeEventListener('input', measure);
    };
  }, [area, sheet]);
  return (
    <div ref={sheet} className="fieldMirror" aria-hidden>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
        <div key={index} className="padMirror">
          {line}
        </div>
      ))}
    </div>
  );
}
