import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Says why a policy below `owner` names a whole family of resources: `*`, or an ARN that ends in one. */
export const explainWildcard = (owner: IConstruct, resource: string, reason: string): void => {
  Validations.of(owner).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
};
