import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { contract } from "./contract.ts";

contract("DynamoDB Local", startDynamoDbLocal);
