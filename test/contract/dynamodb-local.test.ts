import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { contract } from "./contract.ts";
import { dynamodb } from "./dynamodb.cases.ts";
import { dynamoHost } from "./dynamodb-backend.ts";

contract("DynamoDB Local", dynamoHost(startDynamoDbLocal), dynamodb);
