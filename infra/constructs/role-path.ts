/** The path of a function's role: what a key's policy can name before the role is made. */
export const rolePath = (serviceName: string, name: string): string => `/${serviceName}/${name}/`;
