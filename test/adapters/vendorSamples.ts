/** Answers as the vendors' pages print them, byte for byte. */

/** Ticket System, GetAttachmentUploadUrl, "Sample success responses". */
export const ticketSample = String.raw`{
  "Code": 0,
  "Message": "success",
  "RequestId": "ED195C2C-787F-511C-8204-714456781861",
  "Success": true,
  "Data": {
    "ObjectKey": "cdb5d174-c282-4b2d-9048-e74ea2223127.jpg",
    "PutSignedUrl": "https://gts-workorder-pre.oss-cn-beijing.aliyuncs.com\n/20220314/cabb80c3-430b-4079-a9f2-d2a0d1c2a587.png?Expires=1647328689&OSSAccessKeyId=LTAI4FrZPa9N1nGWs6Ny****&Signature=AbSEh26G3oYrJ8ivr4B0xzF89zk%3D",
    "GetSignedUrl": "https://gts-workorder-pre.oss-cn-beijing.aliyuncs.com\n/20220314/cabb80c3-430b-4079-a9f2-d2a0d1c2a587.png?Expires=1647328689&OSSAccessKeyId=LTAI4FrZPa9N1nGWs6Ny****&Signature=AbSEh26G3oYrJ8ivr4B0xzF89zk%3D"
  }
}`

/** The same URL as the page's table of parameters prints it. */
export const ticketTableUrl =
  'https://gts-workorder-pre.oss-cn-beijing.aliyuncs.com /20220314/cabb80c3-430b-4079-a9f2-d2a0d1c2a587.png?Expires=1647328689&OSSAccessKeyId=LTAI4FrZPa9N1nGWs6Ny****&Signature=AbSEh26G3oYrJ8ivr4B0xzF89zk%3D'

/** Cloud Backup, CreateTempFileUploadUrl, "Sample success responses". */
export const cloudBackupSample = String.raw`{
  "Endpoint": "oss-cn-shenzhen.aliyuncs.com",
  "RequestId": "F4EEB401-DD21-588D-AE3B-1E835C7655E1",
  "ExpireTime": 1654326678,
  "Success": true,
  "Code": "200",
  "TempFileKey": "temp/1440155109798732/upload/2022-07-29/49bed34c-b430-4e7e-89b1-4be2b734f95c/iaclone.diff",
  "Message": "successful",
  "BucketName": "hbr-temp-bucket",
  "OssAccessKeyId": "LTAI****Up",
  "Policy": "eyJleH****V19",
  "Signature": "RmhI****0A="
}`

/** COC, DownloadAttachment, "Example Responses", status 400. */
export const cocErrorSample = String.raw`{
"error_code" : "GOM.00007256",
"error_msg" : "Invalid parameter",
"provider_code" : 4,
"data" : null
}`

/** DingTalk, "Get file upload information", "Response body example". */
export const dingtalkSample = String.raw`{
  "uploadKey" : "upload_key",
  "storageDriver" : "DINGTALK",
  "protocol" : "HEADER_SIGNATURE",
  "headerSignatureInfo" : {
    "resourceUrls" : [ "resourceUrl" ],
    "headers" : {
      "key" : "header_value"
    },
    "expirationSeconds" : 900,
    "region" : "ZHANGJIAKOU",
    "internalResourceUrls" : [ "internalResourceUrl" ]
  }
}`
