import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  title: string;
  lead?: ReactNode;
  /** A link to the page above this one. */
  back?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page's frame: names the document, and takes the focus to its heading so that a screen reader hears where it is. */
export function Page({ title, lead, back, actions, narrow = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <header className="page-head">
        <div>
          {back && <nav aria-label="Back">{back}</nav>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
