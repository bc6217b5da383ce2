/** What a consultation still lacks before it can be recorded; the text for the operator is `cardError.<code>`. */
export interface ConsultationError {
  readonly field: 'topic';
  readonly code: 'topic_required';
}

/** A consultation is counted by its topic (house rule): nothing else is required of it. */
export function checkConsultation(card: { readonly topic: string }): ConsultationError | null {
  return card.topic === '' ? { field: 'topic', code: 'topic_required' } : null;
}
