import { Component, type ReactNode } from 'react';

interface DefectBoundaryProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
}

/** A defect of ours ends here and nowhere earlier: what was typed is on disk, the window can be opened again. */
export class DefectBoundary extends Component<DefectBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error): void {
    console.error('defect', error.name, error.stack);
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
