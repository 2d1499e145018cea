import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../model.ts';
import { wordsFor } from '../words/index.ts';

const font = "'Atkinson Hyperlegible', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const text = { margin: '0 0 16px', fontFamily: font, fontSize: '17px', lineHeight: '26px', color: '#1B2A41' };

/** A mail holds no style sheet, no image and no script: tables and colours that survive being inverted. */
export function Letter(props: {
  readonly language: Language;
  readonly title: string;
  readonly preview: string;
  readonly footer: string;
  readonly children: ComponentChildren;
}): VNode {
  const { brand, lang } = wordsFor(props.language).common;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{props.title}</title>
      </head>
      <body style={{ margin: '0', padding: '0', backgroundColor: '#FBFAF7' }}>
        <div style={hidden}>{props.preview + filler}</div>
        <Table background="#FBFAF7">
          <tr>
            <td align="center" style={{ padding: '24px 12px' }}>
              <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={sheet}>
                <tbody>
                  <tr>
                    <td style={{ padding: '32px 28px 16px' }}>
                      <p style={{ ...text, fontSize: '15px', lineHeight: '22px', color: '#55617A' }}>
                        {brand}
                      </p>
                      <h1 style={{ ...text, margin: '0 0 16px', fontSize: '26px', lineHeight: '34px' }}>
                        {props.title}
                      </h1>
                      {props.children}
                    </td>
                  </tr>
                </tbody>
              </table>
              <p
                style={{
                  ...text,
                  margin: '16px 0 0',
                  fontSize: '15px',
                  lineHeight: '22px',
                  color: '#55617A',
                }}
              >
                {props.footer}
              </p>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

const hidden = {
  display: 'none',
  maxHeight: '0',
  overflow: 'hidden',
  opacity: '0',
  fontSize: '1px',
  lineHeight: '1px',
};
const sheet = {
  maxWidth: '560px',
  backgroundColor: '#FFFFFF',
  border: '1px solid #DDD8CE',
  borderRadius: '10px',
};

/** Keeps the first lines of the body out of the preview that an inbox shows. */
const filler = '\u00a0\u200c'.repeat(60);

function Table(props: { readonly background: string; readonly children: ComponentChildren }): VNode {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ backgroundColor: props.background }}
    >
      <tbody>{props.children}</tbody>
    </table>
  );
}

export function Paragraph(props: { readonly strong?: true; readonly children: ComponentChildren }): VNode {
  return <p style={props.strong ? { ...text, fontWeight: '700' } : text}>{props.children}</p>;
}

/** The colour is on the cell and on the link: one of the two survives every mail reader. */
export function MailButton(props: { readonly href: string; readonly children: ComponentChildren }): VNode {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" style={{ margin: '8px 0 24px' }}>
      <tbody>
        <tr>
          <td align="center" style={{ backgroundColor: '#1F5FA8', borderRadius: '10px' }}>
            <a href={props.href} style={buttonLink}>
              {props.children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const buttonLink = {
  display: 'inline-block',
  padding: '14px 28px',
  fontFamily: font,
  fontSize: '17px',
  lineHeight: '24px',
  fontWeight: '700',
  color: '#FFFFFF',
  backgroundColor: '#1F5FA8',
  borderRadius: '10px',
  textDecoration: 'none',
};

/** An address in full, for whoever would rather read it than press it. */
export function Address(props: { readonly before: string; readonly href: string }): VNode {
  return (
    <p style={{ ...text, fontSize: '15px', lineHeight: '22px', color: '#55617A', wordBreak: 'break-all' }}>
      <span style={{ wordBreak: 'normal' }}>{props.before}</span>
      <br />
      <a href={props.href} style={{ color: '#1F5FA8', textDecoration: 'underline' }}>
        {props.href}
      </a>
    </p>
  );
}
